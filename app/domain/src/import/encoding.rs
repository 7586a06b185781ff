//! Bytes to text: which encoding a file is in, told by its byte order mark, its zeros, or by what fits.

use super::table::Unreadable;
use encoding_rs::{Encoding as Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

/// How letters stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// What most programs write today.
    Utf8,
    /// What Excel writes as "Unicode text".
    Utf16,
    /// What older Windows programs write. It cannot be told for certain, so people are asked to look.
    Windows1252,
}

impl Encoding {
    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
    /// Some bytes stood for no letter and became U+FFFD.
    pub(super) damaged: bool,
}

/// The text in `bytes`; refuses what is no text at all.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if let Some(program) = other_format(bytes) {
        return Err(Unreadable::OtherFormat(program));
    }
    let decoded = match (Decoder::for_bom(bytes), utf16_without_mark(bytes)) {
        (Some((decoder, mark)), _) if decoder == UTF_16LE || decoder == UTF_16BE => utf16(decoder, &bytes[mark..]),
        (Some((_, mark)), _) => eight_bit(&bytes[mark..]),
        (None, Some(decoder)) => utf16(decoder, bytes),
        (None, None) => eight_bit(bytes),
    };
    if decoded.text.contains('\0') {
        return Err(Unreadable::NotText);
    }
    Ok(decoded)
}

fn utf16(decoder: &'static Decoder, bytes: &[u8]) -> Decoded {
    let (text, damaged) = decoder.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: Encoding::Utf16, damaged }
}

fn eight_bit(bytes: &[u8]) -> Decoded {
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), encoding: Encoding::Utf8, damaged: text.contains('\u{fffd}') },
        Err(_) => {
            let (text, damaged) = WINDOWS_1252.decode_without_bom_handling(bytes);
            Decoded { text: text.into_owned(), encoding: Encoding::Windows1252, damaged }
        }
    }
}

/// Western text in UTF-16 has a zero in nearly every pair, always on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Decoder> {
    let sample = &bytes[..bytes.len().min(4096)];
    let pairs = sample.len() / 2;
    if pairs == 0 {
        return None;
    }
    let zeros = |side: usize| sample.chunks_exact(2).filter(|pair| pair[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    if second * 2 > pairs && first * 20 < pairs {
        Some(UTF_16LE)
    } else if first * 2 > pairs && second * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn other_format(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 4] = [
        (b"PK\x03\x04", "an Excel or LibreOffice workbook"),
        (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
        (b"%PDF", "a PDF"),
        (b"\x1f\x8b", "a compressed file"),
    ];
    known.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, program)| program)
}
