//! A QR code as one path of an SVG picture. The same text always gives the same picture.

use qrcodegen::{QrCode, QrCodeEcc};
use serde::{Deserialize, Serialize};

/// White around the code, in squares: cameras need it.
const MARGIN: i32 = 4;

/// A QR code, one unit a square, for `viewBox="0 0 size size"`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qr {
    /// The sides of the picture with the white around it.
    pub size: u32,
    /// The dark squares, as the `d` of a path.
    pub path: String,
}

impl Qr {
    /// The code of a text; `None` when the text is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let path = (0..code.size()).map(|y| line(&code, y)).collect();
        Some(Self { size: u32::try_from(code.size() + 2 * MARGIN).ok()?, path })
    }
}

/// The dark runs of one line.
fn line(code: &QrCode, y: i32) -> String {
    let mut runs = String::new();
    let mut x = 0;
    while x < code.size() {
        let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).fold(0, |length, _| length + 1);
        if length > 0 {
            runs.push_str(&format!("M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN));
        }
        x += length + 1;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://kith.fernhill.example/sessions/excel-at-lunch/2026-11-18/door?code=K742MR";

    #[test]
    fn the_picture_has_the_squares_of_the_code_and_white_around_it() {
        let (code, qr) = (QrCode::encode_text(LINK, QrCodeEcc::Medium).unwrap(), Qr::of(LINK).unwrap());
        assert_eq!(qr.size, u32::try_from(code.size()).unwrap() + 8);
        let mut dark = std::collections::BTreeSet::new();
        for run in qr.path.split('M').skip(1) {
            let (at, rest) = run.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let length: i32 = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            dark.extend((x..x + length).map(|x| (x, y)));
        }
        let is_drawn = |x, y| dark.contains(&(x + MARGIN, y + MARGIN));
        let size = -MARGIN..code.size() + MARGIN;
        assert!(size.clone().all(|y| size.clone().all(|x| is_drawn(x, y) == code.get_module(x, y))));
    }

    #[test]
    fn the_same_text_gives_the_same_picture() {
        assert_eq!(Qr::of(LINK), Qr::of(LINK));
        assert_ne!(Qr::of(LINK), Qr::of("https://kith.example"));
        assert_eq!(Qr::of(&"x".repeat(4_000)), None);
    }
}
