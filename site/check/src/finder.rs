//! Where any of several phrases stands in a text, from one walk through it.

use aho_corasick::AhoCorasick;

/// The phrases, ready to be looked for together.
pub struct Finder(AhoCorasick);

impl Finder {
    /// Prepares for phrases, of which there are 64 at the most.
    pub fn of(phrases: impl IntoIterator<Item = &'static str>) -> Finder {
        let searcher = AhoCorasick::new(phrases).expect("a few phrases make a small automaton");
        assert!(searcher.patterns_len() <= 64, "each has a bit in `among`");
        Finder(searcher)
    }

    /// Calls back with the number of a phrase and the byte at which it begins, for every place of every phrase.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        self.0.find_overlapping_iter(text).for_each(|hit| found(hit.pattern().as_usize(), hit.start()));
    }

    /// A bit for each phrase that stands in a text; the lowest is that of the first phrase.
    pub fn among(&self, text: &str) -> u64 {
        let mut bits = 0;
        self.each(text, |number, _| bits |= 1 << number);
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::Finder;

    #[test]
    fn each_place_of_each_phrase_is_found() {
        let phrases = ["nude", "ring ", "rings ", "tell people", "tells people", "aaaa", "\"go away"];
        let finder = Finder::of(phrases);
        let texts = [
            "",
            "nud",
            "nude",
            "he rings a ring ring ",
            "tells people tell people tell peopl",
            "aaaaaa – “nude” \"go away\" nud é nude",
        ];
        for text in texts {
            let mut found = Vec::new();
            finder.each(text, |number, at| found.push((number, at)));
            found.sort_unstable();
            let begins = |number: usize, at: usize| text.as_bytes()[at..].starts_with(phrases[number].as_bytes());
            let all = (0..phrases.len()).flat_map(|number| (0..text.len()).map(move |at| (number, at)));
            let expected: Vec<(usize, usize)> = all.filter(|(number, at)| begins(*number, *at)).collect();
            assert_eq!(found, expected, "{text}");
            for (number, phrase) in phrases.iter().enumerate() {
                assert_eq!(finder.among(text) >> number & 1 == 1, text.contains(phrase), "{text}: {phrase}");
            }
        }
    }
}
