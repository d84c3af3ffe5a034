//! A hash for words, which are short: looking a word up is most of what reading a text costs. It does not keep from anybody which words fall together, as the
//! hash of Rust's library does, because whoever writes the content slows nobody down but themselves.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table by words.
pub(crate) type ByWord<'w, T> = HashMap<&'w str, T, BuildHasherDefault<WordHasher>>;

/// Mixes eight bytes at a time.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    /// Both halves of a product, so that every bit of the word reaches every bit of the hash.
    fn mix(&mut self, eight: u64) {
        let product = u128::from(self.0 ^ eight ^ 0x243f_6a88_85a3_08d3) * u128::from(0x9e37_79b9_7f4a_7c15_u64);
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        eights.iter().for_each(|eight| self.mix(u64::from_le_bytes(*eight)));
        // Of four bytes and more the first four and the last four, which may share some; their number tells these apart.
        let rest = match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
            (Some(first), Some(last)) => {
                (u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))) ^ rest.len() as u64
            }
            _ => rest.iter().fold(rest.len() as u64, |all, byte| all << 8 | u64::from(*byte)),
        };
        self.mix(rest);
    }

    /// The end of a text, which [`WordHasher::write`] has told by the number of bytes already.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::WordHasher;
    use std::collections::BTreeSet;
    use std::hash::{BuildHasher, BuildHasherDefault};

    #[test]
    fn words_of_every_length_fall_apart() {
        let hasher = BuildHasherDefault::<WordHasher>::default();
        let letters = "abcdefghijklmnopqrstuvwxyz";
        let words = include_str!("familiar.txt").split_whitespace().chain((0..=26).map(|length| &letters[..length]));
        let words: BTreeSet<&str> = words.collect();
        let hashes: BTreeSet<u64> = words.iter().map(|word| hasher.hash_one(word)).collect();
        assert_eq!(hashes.len(), words.len());
        // A table looks at the highest and at the lowest bits.
        let low: BTreeSet<u64> = hashes.iter().map(|hash| hash % 4096).collect();
        assert!(low.len() > 2000, "{} of 4096", low.len());
    }
}
