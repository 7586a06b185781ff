//! Where everything on a ring of people stands. Numbers only; the pictures are drawn beside it.

use super::super::ring::Ring;

/// Half as thick as the chevrons are, and how far their tips reach in relation to it.
const HALF: f64 = 7.5;
const TIP: f64 = HALF * 1.15;

/// How far the text of faces at the side steps out of the chevrons' way, where five stand closely.
const ASIDE: f64 = 34.0;

/// Room between a face and the chevrons beside it.
const AIR: f64 = 8.5;

/// Where people and chevrons stand, for two to five people.
pub(super) struct Layout {
    ring: Ring,
    /// Distance of the faces from the centre.
    far: f64,
    /// Radius of a face.
    pub face: f64,
    /// Width of the picture; its height follows from the number of people.
    pub width: f64,
    count: f64,
    turn: f64,
}

impl Layout {
    pub(super) fn new(count: u8) -> Self {
        let (far, face, width) = match count {
            0..=2 => (92.0, 31.0, 328.0),
            3 => (100.0, 31.0, 328.0),
            4 => (104.0, 28.0, 328.0),
            _ => (112.0, 26.0, 420.0),
        };
        let count_f = f64::from(count.max(1));
        let turn = if count > 2 && count.is_multiple_of(2) { -180.0 / count_f } else { 0.0 };
        // The highest face leaves room for its two lines of text.
        let centre_y = face + 58.0 + far * turn.to_radians().cos();
        let ring = Ring { centre: (width / 2.0, centre_y), outer: far + HALF, inner: far - HALF, tip: TIP };
        Self { ring, far, face, width, count: count_f, turn }
    }

    /// Degrees of a person's place.
    fn angle(&self, place: u8) -> f64 {
        self.turn + 360.0 / self.count * f64::from(place)
    }

    /// Centre of a person's face.
    pub(super) fn face_at(&self, place: u8) -> (f64, f64) {
        self.ring.point(self.far, self.angle(place))
    }

    /// The chevron from a person to the next.
    pub(super) fn chevron(&self, place: u8) -> String {
        let beside = 2.0 * ((self.face + AIR) / (2.0 * self.far)).asin().to_degrees();
        let from = self.angle(place) + beside;
        let to = self.angle(place) + 360.0 / self.count - beside - self.ring.tip_angle();
        self.ring.piece(from, to)
    }

    /// Centre of a person's two lines of text.
    pub(super) fn text_x(&self, place: u8) -> f64 {
        let (x, _) = self.face_at(place);
        let out = (x - self.ring.centre.0) / self.far;
        if self.count > 4.0 && out.abs() > 0.9 { x + ASIDE * out.signum() } else { x }
    }

    /// Centre of the sign on a face: outwards, and beside the text for faces at the very top and bottom.
    pub(super) fn sign_at(&self, place: u8) -> (f64, f64) {
        let angle = self.angle(place).rem_euclid(360.0);
        let aside = if angle < 1.0 {
            50.0
        } else if (angle - 180.0).abs() < 1.0 {
            130.0
        } else {
            angle
        };
        let face = Ring { centre: self.face_at(place), ..self.ring };
        face.point(self.face, aside)
    }

    /// Baselines of the two lines of text: above the upper faces, below the lower ones.
    pub(super) fn text_at(&self, place: u8) -> (f64, f64) {
        let (_, y) = self.face_at(place);
        if y < self.ring.centre.1 {
            (y - self.face - 32.0, y - self.face - 14.0)
        } else {
            (y + self.face + 22.0, y + self.face + 40.0)
        }
    }

    /// Baselines of the two lines in the middle.
    pub(super) fn middle(&self) -> (f64, f64) {
        (self.ring.centre.1 + 4.0, self.ring.centre.1 + 25.0)
    }

    /// Height of the picture.
    pub(super) fn height(&self, count: u8) -> f64 {
        let lowest = (0..count).map(|place| self.text_at(place).1).fold(0.0, f64::max);
        (lowest + 8.0).round()
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;

    #[test]
    fn three_people_stand_where_the_drawing_has_them() {
        let layout = Layout::new(3);
        let (x, y) = layout.face_at(1);
        assert!((x - 250.6).abs() < 0.1 && (y - 239.0).abs() < 0.1, "{x} {y}");
        assert!((layout.height(3) - 318.0).abs() < 0.1);
        let (x, y) = layout.sign_at(0);
        assert!((x - 187.75).abs() < 0.1 && (y - 69.07).abs() < 0.1, "{x} {y}");
    }

    #[test]
    fn every_number_of_people_fits_into_the_picture() {
        for count in 2..=5 {
            let layout = Layout::new(count);
            for place in 0..count {
                let (x, y) = layout.face_at(place);
                assert!(x > layout.face && x < layout.width - layout.face, "{count} {place}");
                assert!(y > layout.face && y < layout.height(count), "{count} {place}");
            }
        }
    }
}
