//! All of a text together, in figures.

use crate::familiar::Familiar;
use crate::vocabulary::{SentenceFigures, Vocabulary};

/// The figures of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// How many sentences it has.
    pub sentences: usize,
    /// How many words.
    pub words: usize,
    /// How many syllables.
    pub syllables: usize,
    /// How many words the longest sentence has.
    pub most: usize,
    /// How many words are hard: neither familiar nor a name nor a figure.
    pub hard: usize,
    /// How many sentences deny something.
    pub negative: usize,
}

impl Measure {
    /// Measures sentences. What is known besides the familiar words, such as a word that is being taught, is in `familiar` too.
    pub fn of<'s>(sentences: impl IntoIterator<Item = &'s str>, familiar: &Familiar) -> Measure {
        let mut vocabulary = Vocabulary::new(familiar);
        let mut measure = Measure::default();
        sentences.into_iter().for_each(|sentence| measure.add(&vocabulary.read(sentence)));
        measure
    }

    /// Adds a sentence. One without words is none.
    pub fn add(&mut self, sentence: &SentenceFigures) {
        self.sentences += usize::from(sentence.words > 0);
        self.words += sentence.words;
        self.syllables += sentence.syllables;
        self.most = self.most.max(sentence.words);
        self.hard += sentence.hard;
        self.negative += usize::from(sentence.denies);
    }

    /// Words a sentence, on average; 0 where there is none.
    pub fn mean(&self) -> f64 {
        ratio(self.words, self.sentences)
    }

    /// The Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975). A grade of 3 can be read at about 8 years of age.
    pub fn grade(&self) -> f64 {
        if self.words == 0 { 0.0 } else { 0.39 * self.mean() + 11.8 * ratio(self.syllables, self.words) - 15.59 }
    }

    /// The Flesch reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word (Flesch, 1948). 90 and more is very easy.
    pub fn ease(&self) -> f64 {
        if self.words == 0 { 100.0 } else { 206.835 - 1.015 * self.mean() - 84.6 * ratio(self.syllables, self.words) }
    }

    /// How many of a hundred words are hard.
    pub fn hard_share(&self) -> f64 {
        100.0 * ratio(self.hard, self.words)
    }
}

#[expect(clippy::cast_precision_loss, reason = "no text has so many words that a float could not count them")]
fn ratio(of: usize, to: usize) -> f64 {
    if to == 0 { 0.0 } else { of as f64 / to as f64 }
}

#[cfg(test)]
mod tests {
    use super::Measure;
    use crate::familiar::Familiar;

    #[test]
    fn a_text_without_words_is_easy_and_has_no_mean() {
        let nothing = Measure::of(["…", ""], &Familiar::default());
        assert_eq!((nothing, nothing.mean(), nothing.grade(), nothing.ease()), (Measure::default(), 0.0, 0.0, 100.0));
    }

    #[test]
    fn the_formulas_are_those_of_their_authors() {
        // 2 sentences, 12 words, 13 syllables: 0.39 * 6 + 11.8 * 13 / 12 - 15.59, and 206.835 - 1.015 * 6 - 84.6 * 13 / 12.
        let measure = Measure::of(["The cat sat on the mat.", "It was a very big cat."], &Familiar::default());
        assert_eq!((measure.sentences, measure.words, measure.syllables, measure.most), (2, 12, 13, 6));
        assert!((measure.grade() - -0.466_666).abs() < 0.001, "{}", measure.grade());
        assert!((measure.ease() - 109.095).abs() < 0.001, "{}", measure.ease());
    }
}
