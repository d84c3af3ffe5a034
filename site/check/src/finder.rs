//! Where any of several phrases stands in a text, from one walk through it.

/// The phrases, with what the walk looks at first.
pub struct Finder {
    phrases: Vec<&'static str>,
    /// For each of the first bytes of a phrase, by its value, a bit for each phrase that has it there.
    beginnings: [[u64; 256]; BEGINNING],
}

/// So many bytes are looked at before a phrase is compared as a whole. Each phrase has as many.
const BEGINNING: usize = 4;

impl Finder {
    /// Prepares for phrases, of which there are 64 at the most, each of 4 bytes or more.
    pub fn of(phrases: impl IntoIterator<Item = &'static str>) -> Finder {
        let phrases: Vec<&str> = phrases.into_iter().collect();
        assert!(phrases.len() <= 64 && phrases.iter().all(|phrase| phrase.len() >= BEGINNING), "{phrases:?}");
        let mut beginnings = [[0; 256]; BEGINNING];
        for (number, phrase) in phrases.iter().enumerate() {
            for (table, byte) in beginnings.iter_mut().zip(phrase.bytes()) {
                table[usize::from(byte)] |= 1 << number;
            }
        }
        Finder { phrases, beginnings }
    }

    /// Calls back with the number of a phrase and the byte at which it begins, for every place of every phrase.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        let bytes = text.as_bytes();
        for (at, first) in bytes.array_windows::<BEGINNING>().enumerate() {
            let [one, two, three, four] = first.map(usize::from);
            let [ones, twos, threes, fours] = &self.beginnings;
            let mut candidates = ones[one] & twos[two] & threes[three] & fours[four];
            while candidates != 0 {
                let number = candidates.trailing_zeros() as usize;
                candidates &= candidates - 1;
                if bytes[at..].starts_with(self.phrases[number].as_bytes()) {
                    found(number, at);
                }
            }
        }
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
