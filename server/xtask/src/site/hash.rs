//! Names for content: SHA-256, cut to what a file name needs.

use std::fmt::{self, Write};

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some content, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest(String);

impl Digest {
    /// Of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let hex = Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("writing to a string cannot fail");
            hex
        });
        Self(hex)
    }

    /// Of several texts, none of which can pass for a part of its neighbour.
    pub fn of_all<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> Self {
        let joined = parts.into_iter().fold(String::new(), |joined, part| joined + part.as_ref() + "\0");
        Self::of(joined.as_bytes())
    }

    /// Twelve digits: enough that two generations of one file never share a name.
    pub fn short(&self) -> &str {
        &self.0[..12]
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `kith.js` becomes `kith.<digest>.js`.
pub fn hashed_name(name: &str, digest: &Digest) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{}.{extension}", digest.short()),
        None => format!("{name}.{}", digest.short()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Digest, hashed_name};

    #[test]
    fn a_digest_is_sha_256() {
        let digest = Digest::of(b"abc");
        assert_eq!(digest.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(digest.short(), "ba7816bf8f01");
    }

    #[test]
    fn the_digest_of_several_texts_knows_where_each_ends() {
        assert_ne!(Digest::of_all(["ab", "c"]), Digest::of_all(["a", "bc"]));
    }

    #[test]
    fn the_digest_stands_before_the_extension() {
        assert_eq!(hashed_name("kith_bg.wasm", &Digest::of(b"abc")), "kith_bg.ba7816bf8f01.wasm");
    }
}
