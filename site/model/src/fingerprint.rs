//! Short content hash for change detection: the first 8 hex digits of a SHA-256, by which review records and staff records name words.

use crate::Clause;
use sha2::{Digest, Sha256};

/// The short hash of some pieces of text, as if they stood one after the other: 8 hex digits.
pub fn of(pieces: &[&str]) -> String {
    let mut hash = Sha256::new();
    pieces.iter().for_each(|piece| hash.update(piece));
    hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

impl Clause {
    /// The short hash of its words as typed. A new telephone number or another number before the clause changes nothing that it asks.
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
