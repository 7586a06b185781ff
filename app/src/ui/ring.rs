//! The chevron ring, drawn once for everything that is made of it: the mark, progress, bands, the empty
//! state's missing piece and rings of people. Pure geometry: it returns SVG path data and knows no colour.

use std::f64::consts::PI;

/// A ring in a square view box: a centre, two radii, and how far a piece's tip reaches into the next piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ring {
    /// Centre of the ring, `(x, y)`.
    pub centre: (f64, f64),
    /// Outer radius.
    pub outer: f64,
    /// Inner radius.
    pub inner: f64,
    /// Length of the tip, measured along the middle of the ring.
    pub tip: f64,
}

impl Ring {
    /// A ring around `(centre, centre)` whose tip is half as long as the ring is thick: a right angle.
    pub const fn new(centre: f64, outer: f64, inner: f64) -> Self {
        Self { centre: (centre, centre), outer, inner, tip: (outer - inner) / 2.0 }
    }

    /// The same ring with a longer or shorter tip.
    pub const fn with_tip(self, tip: f64) -> Self {
        Self { tip, ..self }
    }

    /// A point at `radius`, `degrees` clockwise from twelve o'clock.
    pub fn point(&self, radius: f64, degrees: f64) -> (f64, f64) {
        let angle = degrees * PI / 180.0;
        (self.centre.0 + radius * angle.sin(), self.centre.1 - radius * angle.cos())
    }

    /// How many degrees the tip takes up.
    pub fn tip_angle(&self) -> f64 {
        self.tip / self.middle() * 180.0 / PI
    }

    /// One piece, clockwise between two angles in degrees: notched at its start, pointed past its end.
    pub fn piece(&self, from: f64, to: f64) -> String {
        let large = u8::from(to - from > 180.0);
        let at = |radius, degrees| pair(self.point(radius, degrees));
        let (outer, inner) = (decimal(self.outer), decimal(self.inner));
        format!(
            "M{}A{outer} {outer} 0 {large} 1 {}L{}L{}A{inner} {inner} 0 {large} 0 {}L{}Z",
            at(self.outer, from),
            at(self.outer, to),
            at(self.middle(), to + self.tip_angle()),
            at(self.inner, to),
            at(self.inner, from),
            at(self.middle(), from + self.tip_angle()),
        )
    }

    /// `count` equal pieces with `gap` degrees between them, the first gap centred on `turn`.
    pub fn pieces(&self, count: u8, gap: f64, turn: f64) -> Vec<String> {
        let step = 360.0 / f64::from(count.max(1));
        (0..count)
            .map(|place| turn + step * f64::from(place) + gap / 2.0)
            .map(|from| self.piece(from, from + step - gap))
            .collect()
    }

    fn middle(&self) -> f64 {
        (self.outer + self.inner) / 2.0
    }
}

/// A number as SVG wants it: at most two decimals, so that server and browser write the same text.
pub fn decimal(value: f64) -> String {
    let fixed = format!("{value:.2}");
    match fixed.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}

fn pair((x, y): (f64, f64)) -> String {
    format!("{} {}", decimal(x), decimal(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_of_progress_is_the_piece_from_the_drawing() {
        let ring = Ring::new(48.0, 46.0, 37.0);
        assert_eq!(
            ring.piece(0.0, 65.0),
            "M48 2A46 46 0 0 1 89.69 28.56L87.29 34.63L81.53 32.36A37 37 0 0 0 48 11L52.49 6.74Z"
        );
    }

    #[test]
    fn two_pieces_are_the_mark_from_the_drawing() {
        let pieces = Ring::new(32.0, 30.0, 20.0).pieces(2, 10.0, -24.0);
        assert_eq!(
            pieces.first().map(String::as_str),
            Some("M22.23 3.63A30 30 0 0 1 46.54 58.24L39.53 55.84L41.7 49.49A20 20 0 0 0 25.49 13.09L28.72 7.22Z")
        );
    }

    #[test]
    fn a_piece_longer_than_half_takes_the_long_way() {
        let piece = Ring::new(48.0, 46.0, 37.0).piece(0.0, 209.0);
        assert!(piece.starts_with("M48 2A46 46 0 1 1 25.7 88.23"));
    }

    #[test]
    fn no_pieces_is_an_empty_ring_and_zero_has_no_sign() {
        assert!(Ring::new(1.0, 1.0, 0.5).pieces(0, 1.0, 0.0).is_empty());
        assert_eq!(decimal(-0.001), "0");
        assert_eq!(decimal(12.5), "12.5");
    }
}
