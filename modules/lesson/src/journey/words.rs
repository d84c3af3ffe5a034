//! What the page "My journey" says of what is kept: names, days, help, and what went wrong.

use super::{LessonCard, QuizCard, Said};
use crate::keep::day::Day;
use crate::keep::file::{Brought, ENDING, Refused};
use crate::keep::learner::{Learner, NICKNAMES, PICTURES};
use crate::keep::store::Trouble;
use crate::keep::taken::Kept;
use crate::keep::who::Who;
use crate::prompt::Prompt;
use crate::quiz::outcome::Passed;
use crate::strings::{JourneyStrings, PlayerStrings, fill};

/// One of a list of words that are parted by commas.
fn nth(list: &str, index: usize) -> Option<&str> {
    list.split(',').nth(index).map(str::trim)
}

impl JourneyStrings {
    /// The word of a picture, by its number in [`PICTURES`].
    pub fn picture(&self, number: usize) -> &str {
        nth(&self.pictures, number).unwrap_or_default()
    }

    /// A nickname, by its number in [`NICKNAMES`].
    pub fn nickname(&self, number: usize) -> &str {
        nth(&self.nicknames, number).unwrap_or_default()
    }

    /// What a learner is called; `None` stands for whoever has chosen no nickname, or one that this version does not know.
    pub fn name<'a>(&'a self, learner: Option<&Learner>) -> &'a str {
        learner
            .and_then(|learner| learner.me.as_ref())
            .and_then(|me| NICKNAMES.iter().position(|known| *known == me.nickname))
            .and_then(|number| nth(&self.nicknames, number))
            .unwrap_or(&self.nameless)
    }

    /// A day in words.
    pub fn day(&self, day: Option<Day>) -> String {
        day.map_or_else(|| self.day_unknown.clone(), |day| day.said(&self.day, &self.months))
    }

    /// How much help comes with a question.
    pub fn help(&self, prompt: Prompt) -> &str {
        match prompt {
            Prompt::Show => &self.help_show,
            Prompt::Highlight => &self.help_highlight,
            Prompt::Hint => &self.help_hint,
            Prompt::None => &self.help_none,
        }
    }

    /// What an adult is told of a learner in one lesson: a sentence for each path on which it was finished, or that it has been begun, or
    /// nothing.
    pub fn summary(&self, learner: &Learner, lesson: &LessonCard, player: &PlayerStrings) -> Vec<String> {
        let done = learner.done.iter().filter(|done| done.lesson == lesson.id).map(|done| {
            let values = [("path", player.path(done.path)), ("help", self.help(done.prompt))];
            let sentence = fill(&self.summary_done, &values);
            fill(&sentence, &[("day", &self.day(done.on)), ("n", &done.times.to_string())])
        });
        let sentences: Vec<String> = done.collect();
        if !sentences.is_empty() {
            return sentences;
        }
        let begun = learner.places.iter().filter(|place| place.lesson == lesson.id).map(|place| {
            let help = self.help(place.prompts[place.path.index()]);
            fill(&self.summary_begun, &[("path", player.path(place.path)), ("help", help)])
        });
        begun.collect()
    }

    /// What is said of a quiz that was taken: when, with what result, and what is kept besides; nothing where that cannot be read.
    pub fn quiz(&self, kept: &Kept) -> Vec<String> {
        let Some(taken) = &kept.taken else { return Vec::new() };
        let words = match taken.passed {
            Passed::Yes => &self.quiz_passed,
            Passed::NotYet => &self.quiz_not_yet,
            Passed::Nothing => &self.quiz_done,
        };
        let marks = fill(&self.quiz_marks, &[("n", &kept.rests.len().to_string())]);
        vec![fill(words, &[("day", &self.day(taken.on)), ("version", &taken.policy)]), marks]
    }

    /// What is said about what was done last; `now` is the name of who is learning, and `quizzes` are those that the page knows.
    pub fn said(&self, said: &Said, now: &str, quizzes: &[QuizCard]) -> Vec<String> {
        let one = |words: &str| vec![words.to_owned()];
        match said {
            Said::Nothing => Vec::new(),
            Said::Now => vec![fill(&self.who_now, &[("name", now)])],
            Said::ChooseBoth => one(&self.choose_both),
            Said::Forgotten => one(&self.forgotten),
            Said::Undone => one(&self.undone),
            Said::Brought(brought, failed) => self.brought_back(brought, *failed, quizzes),
            Said::Refused(refused) => one(match refused {
                Refused::Empty => &self.refused_empty,
                Refused::TooBig => &self.refused_big,
                Refused::NotOurs => &self.refused_other,
                Refused::Newer => &self.refused_newer,
            }),
            Said::Trouble(trouble) => one(match trouble {
                Trouble::Full => &self.trouble_full,
                Trouble::Blocked => &self.trouble_blocked,
                Trouble::Newer => &self.trouble_newer,
                Trouble::Damaged => &self.trouble_damaged,
            }),
        }
    }

    fn brought_back(&self, brought: &Brought, failed: usize, quizzes: &[QuizCard]) -> Vec<String> {
        let learners =
            brought.learners.iter().map(|(_, text)| self.name(Some(&Learner::read(Who::default(), text.clone()))).to_owned());
        let quizzes = brought.quizzes.iter().map(|(id, _)| title(quizzes, id).to_owned());
        let names: Vec<String> = learners.chain(quizzes).collect();
        let mut said = match names.as_slice() {
            [] if brought.left_out => Vec::new(),
            [] => vec![self.brought_nobody.clone()],
            names => vec![fill(&self.brought, &[("names", &names.join(", "))])],
        };
        if brought.left_out {
            said.push(self.brought_others.clone());
        }
        if failed > 0 {
            said.push(fill(&self.brought_some_not, &[("n", &failed.to_string())]));
        }
        if !brought.is_whole {
            said.push(self.brought_half.clone());
        }
        let lines = brought.damaged.iter();
        said.extend(lines.map(|(number, line)| fill(&self.brought_line, &[("n", &number.to_string()), ("line", line)])));
        said
    }

    /// The whole name of a file to save.
    pub fn whole_file_name(&self) -> String {
        [&self.file_name, ENDING].concat()
    }
}

/// The title of a quiz; one that the site no longer has is called by its id.
pub fn title<'a>(quizzes: &'a [QuizCard], id: &'a str) -> &'a str {
    quizzes.iter().find(|quiz| quiz.id == id).map_or(id, |quiz| &quiz.title)
}

/// The symbol of a learner's picture, where there is one.
pub fn symbol_of(learner: Option<&Learner>) -> Option<&str> {
    let picture = &learner?.me.as_ref()?.picture;
    // A picture of a newer version has no drawing here.
    PICTURES.contains(&picture.as_str()).then_some(picture)
}
