//! A digest of many rows in any order: the sum of the SHA-256 of each, modulo 2^256. A row is added and taken away in
//! the time that it takes to hash it.

use sha2::Sha256;

/// The digest of a set of rows; all zero for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// Least first.
    limbs: [u64; 4],
}

impl Digest {
    /// The digest of one row.
    pub(super) fn of(row: &[u8]) -> Self {
        let hash = <Sha256 as sha2::Digest>::digest(row);
        let mut limbs = [0; 4];
        for (limb, bytes) in limbs.iter_mut().zip(hash.rchunks(8)) {
            *limb = bytes.iter().fold(0, |limb, byte| limb << 8 | u64::from(*byte));
        }
        Self { limbs }
    }

    /// The digest with the rows of `other` as well.
    pub(super) fn plus(mut self, other: Self) -> Self {
        let mut carry = false;
        for (limb, more) in self.limbs.iter_mut().zip(other.limbs) {
            let (sum, over) = limb.overflowing_add(more);
            let (sum, over_again) = sum.overflowing_add(u64::from(carry));
            (*limb, carry) = (sum, over || over_again);
        }
        self
    }

    /// The digest without the rows of `other`.
    pub(super) fn minus(mut self, other: Self) -> Self {
        let mut borrow = false;
        for (limb, less) in self.limbs.iter_mut().zip(other.limbs) {
            let (rest, under) = limb.overflowing_sub(less);
            let (rest, under_again) = rest.overflowing_sub(u64::from(borrow));
            (*limb, borrow) = (rest, under || under_again);
        }
        self
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.limbs.iter().rev().try_for_each(|limb| write!(f, "{limb:016x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Digest;

    #[test]
    fn one_row_has_its_sha_256() {
        // FIPS 180-2, appendix B.1.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Digest::of(b"abc").to_string(), expected);
    }

    #[test]
    fn rows_come_and_go_in_any_order() {
        let (one, two, three) = (Digest::of(b"one"), Digest::of(b"two"), Digest::of(b"three"));
        let all = one.plus(two).plus(three);
        assert_eq!(all, three.plus(one).plus(two));
        assert_eq!(all.minus(two), three.plus(one));
        assert_eq!(all.minus(one).minus(three).minus(two), Digest::default());
        assert_ne!(one.plus(one), Digest::default(), "a row that stands twice does not vanish");
    }
}
