//! By what it is known whether some words are still what somebody read: the first 8 figures of their SHA-256, short enough to be typed.

use crate::Clause;
use sha2::{Digest, Sha256};

/// The fingerprint of some pieces of text, as if they stood one after the other.
pub fn of(pieces: &[&str]) -> String {
    let mut hash = Sha256::new();
    pieces.iter().for_each(|piece| hash.update(piece));
    hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

impl Clause {
    /// The fingerprint of its words as typed. A new telephone number or another number before the clause changes nothing that it asks.
    pub fn hash(&self) -> String {
        of(&[&self.words])
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_fingerprint_has_8_figures_and_knows_no_pieces() {
        assert_eq!(of(&["abc"]), "ba7816bf");
        assert_eq!(of(&["a", "bc"]), of(&["abc"]));
    }
}
