//! What a sentence says of itself, from one walk through its words. What depends on a word alone is found out when the word is first met: a text says most
//! of its words many times.

use crate::familiar::Familiar;
use crate::sentence::words;
use crate::syllables::syllables;
use crate::turns::{Denial, IDIOMS, denial, denies_twice, negatives};
use rustc_hash::FxHashMap;

/// What is asked of a word, wherever it stands.
#[derive(Clone, Copy)]
struct Word {
    syllables: usize,
    familiar: bool,
    /// A capital makes a name of it, unless it begins the sentence.
    has_capital: bool,
    denial: Denial,
    /// Its number among the words of idioms.
    of_idiom: u16,
}

/// The figures of a sentence, and the turns of speech in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentenceFigures {
    /// How many words it has.
    pub words: usize,
    /// How many syllables.
    pub syllables: usize,
    /// How many words are hard: neither familiar nor a name nor a figure.
    pub hard: usize,
    /// Whether it denies something.
    pub denies: bool,
    /// Whether two of its words deny within one clause ([`denies_twice`]).
    pub denies_twice: bool,
    /// Its idioms, as the list has them and in its order.
    pub idioms: Vec<&'static str>,
}

/// The words that were met, for those who know some of them. It can be kept from text to text.
pub struct Vocabulary<'f, 'w> {
    familiar: &'f Familiar,
    met: FxHashMap<&'w str, Word>,
    /// The numbers of the words of one sentence, here so that their room is used again.
    of_idioms: Vec<u16>,
}

impl<'f, 'w> Vocabulary<'f, 'w> {
    /// No word yet, for readers to whom these words are familiar.
    pub fn new(familiar: &'f Familiar) -> Vocabulary<'f, 'w> {
        Vocabulary { familiar, met: FxHashMap::default(), of_idioms: Vec::new() }
    }

    /// The figures of a sentence.
    pub fn read(&mut self, sentence: &'w str) -> SentenceFigures {
        let mut figures = SentenceFigures::default();
        let (mut may_deny, mut denies, mut may_be_idiom) = (0, false, false);
        self.of_idioms.clear();
        for word in words(sentence) {
            let of = self.look_up(word);
            figures.hard += usize::from(of.is_hard(figures.words));
            figures.words += 1;
            figures.syllables += of.syllables;
            may_deny += usize::from(of.denial != Denial::Never);
            denies |= of.denial == Denial::Always;
            may_be_idiom |= of.of_idiom != 0;
            self.of_idioms.push(of.of_idiom);
        }
        // Whether a "no" denies depends on its neighbours. Few sentences have one.
        figures.denies = denies || may_deny > 0 && negatives(sentence) > 0;
        figures.denies_twice = may_deny > 1 && denies_twice(sentence);
        if may_be_idiom {
            figures.idioms = IDIOMS.among(&self.of_idioms);
        }
        figures
    }

    /// The words of a sentence that are hard, as they stand in it.
    pub fn hard_words(&mut self, sentence: &'w str) -> Vec<&'w str> {
        words(sentence).enumerate().filter(|(at, word)| self.look_up(word).is_hard(*at)).map(|(_, word)| word).collect()
    }

    fn look_up(&mut self, word: &'w str) -> Word {
        // Nearly every word has been met, so that no room is made for one before that is known.
        if let Some(met) = self.met.get(word) {
            return *met;
        }
        let new = Word {
            syllables: syllables(word),
            familiar: self.familiar.has(word),
            has_capital: word.starts_with(char::is_uppercase),
            denial: denial(word),
            of_idiom: IDIOMS.number(word),
        };
        self.met.insert(word, new);
        new
    }
}

impl Word {
    /// Whether it is hard as the word with this number in its sentence: not familiar, and no name, which has a capital and not because a sentence begins so.
    fn is_hard(self, at: usize) -> bool {
        !(self.familiar || at > 0 && self.has_capital)
    }
}

#[cfg(test)]
mod tests {
    use super::{SentenceFigures, Vocabulary};
    use crate::familiar::Familiar;
    use crate::sentence::{count_words, sentences, words};
    use crate::syllables::syllables;
    use crate::turns::{denies_twice, idioms, negatives};

    #[test]
    fn names_and_what_is_known_here_are_not_hard() {
        let familiar = Familiar::with(["safeguarding lead"]);
        let mut vocabulary = Vocabulary::new(&familiar);
        assert_eq!(vocabulary.hard_words("Ask Priya about safeguarding and jurisdiction."), ["jurisdiction"]);
        assert_eq!(vocabulary.hard_words("Jurisdiction."), ["Jurisdiction"], "what begins a sentence is no name");
    }

    /// One walk through a sentence, with what was kept from those before it, says what each measure says by itself.
    #[test]
    fn one_walk_says_what_each_measure_says_by_itself() {
        let familiar = Familiar::default();
        let mut vocabulary = Vocabulary::new(&familiar);
        let turns = [
            "No. Say no, or no filter? There is no harm. Do not go without a coat, and nobody can’t not.",
            "Keep an eye on it, all in all, and keep an eye on her. KEEP an Eye On them. At arm’s length; a a piece of cake.",
            "Jurisdiction of the Jurisdiction – nothing – \"no\" and no one … 999 e-mails.",
            "",
        ];
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/texts");
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
        let texts: Vec<&str> = turns.into_iter().chain(texts.iter().map(String::as_str)).collect();
        for text in &texts {
            for sentence in sentences(text).into_iter().map(|range| &text[range]).chain([*text]) {
                let is_name = |at: usize, word: &str| at > 0 && word.starts_with(char::is_uppercase);
                let hard = words(sentence).enumerate().filter(|(at, word)| !is_name(*at, word) && !familiar.has(word));
                let hard: Vec<&str> = hard.map(|(_, word)| word).collect();
                let expected = SentenceFigures {
                    words: count_words(sentence),
                    syllables: words(sentence).map(syllables).sum(),
                    hard: hard.len(),
                    denies: negatives(sentence) > 0,
                    denies_twice: denies_twice(sentence),
                    idioms: idioms(sentence),
                };
                assert_eq!(vocabulary.read(sentence), expected, "{sentence}");
                assert_eq!(vocabulary.hard_words(sentence), hard, "{sentence}");
            }
        }
    }
}
