//! A password: words are drawn or written. What is drawn takes the place of what is written, and the other way round.

use crate::content::{Sentence, Word};
use crate::password::{self, Check, WORDS};
use crate::said::Said;
use crate::script::{Part, Script};

/// The password so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// The words drawn: indexes into the list.
    pub drawn: Vec<usize>,
    /// What is written.
    pub typed: String,
    /// Whether a check has been asked for since it was written.
    pub checked: bool,
}

impl Made {
    /// Whether a password has been made that is good.
    pub fn is_done(&self, words: &[Word]) -> bool {
        self.check_of(words).is_some_and(Check::is_good)
    }

    /// Words are drawn by chance, one a press or all at once; when there are three, from the beginning.
    pub fn draw(&mut self, words: &[Word], numbers: [u32; WORDS], one_each: bool) {
        self.typed.clear();
        self.checked = false;
        if self.drawn.len() >= WORDS {
            self.drawn.clear();
        }
        for number in numbers.into_iter().take(if one_each { 1 } else { WORDS }) {
            self.drawn.extend(password::next_word(words.len(), &self.drawn, number));
        }
    }

    /// A password is written.
    pub fn write(&mut self, text: &str) {
        self.drawn.clear();
        text.clone_into(&mut self.typed);
        self.checked = false;
    }

    /// The learner asks what is good about what is written.
    pub fn check(&mut self) {
        self.checked = self.drawn.is_empty();
    }

    /// What is good about the password, once three words are drawn or a check of the written one has been asked for.
    fn check_of(&self, words: &[Word]) -> Option<Check> {
        if self.checked {
            return Some(password::check(&self.typed));
        }
        let drawn: Vec<&str> = self.drawn.iter().map(|index| words[*index].word.as_str()).collect();
        (drawn.len() == WORDS).then(|| password::check(&password::joined(&drawn)))
    }

    /// How far it has come, or what is good about it.
    pub fn said(&self, words: &[Word]) -> Said<'static> {
        match self.check_of(words) {
            Some(check) => Said::Checked(check),
            None if self.drawn.is_empty() => Said::Nothing,
            None => Said::Drawn(self.drawn.len()),
        }
    }

    /// The words that are drawn. What is written is never spoken.
    pub fn script(&self, words: &[Word], script: &mut Script<'_>) {
        for (nth, index) in self.drawn.iter().enumerate() {
            script.add(Part::Option(nth), &[Sentence::plain(words[*index].word.as_str())]);
        }
    }
}
