//! Errorless learning: the prompt comes with the question, fades while answers are right, and returns after a miss.
//!
//! The levels go from most to least help. Where they and the numbers come from is in docs/dev/evidence.md, Prompts.

use crate::path::Path;
use serde::{Deserialize, Serialize};

/// How many questions in a row must be right at the first try before the prompt fades by one level.
pub const FADE_AFTER: u8 = 2;

/// How much help comes with a question. Less help is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Prompt {
    /// The answer is shown: pointed at, in words too.
    Show,
    /// The answer stands out.
    Highlight,
    /// The hint is there.
    Hint,
    /// No help but what the learner asks for.
    None,
}

impl Prompt {
    /// All levels, from most help to least.
    pub const ALL: [Prompt; 4] = [Prompt::Show, Prompt::Highlight, Prompt::Hint, Prompt::None];

    /// The level's id, as in `data-prompt` and in what is kept.
    pub fn id(self) -> &'static str {
        match self {
            Prompt::Show => "show",
            Prompt::Highlight => "highlight",
            Prompt::Hint => "hint",
            Prompt::None => "none",
        }
    }

    /// The level with this id.
    pub fn from_id(id: &str) -> Option<Prompt> {
        Prompt::ALL.into_iter().find(|level| level.id() == id)
    }

    fn more(self) -> Prompt {
        Prompt::ALL[(self as usize).saturating_sub(1)]
    }

    fn less(self) -> Prompt {
        Prompt::ALL[(self as usize + 1).min(Prompt::ALL.len() - 1)]
    }
}

/// The prompt of one learner on one path of one lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fading {
    level: Prompt,
    right_in_a_row: u8,
    /// The least help that this path ever gives: on `easy-read` a hint is always there.
    least: Prompt,
}

impl Fading {
    /// Where a learner begins on a path.
    pub fn at_start(path: Path) -> Fading {
        let (level, least) = match path {
            // Nothing can be missed there, so nothing needs a prompt.
            Path::Together => (Prompt::None, Prompt::None),
            Path::Symbols => (Prompt::Show, Prompt::None),
            Path::EasyRead => (Prompt::Hint, Prompt::Hint),
            Path::Plain => (Prompt::None, Prompt::None),
        };
        Fading { level, right_in_a_row: 0, least }
    }

    /// How much help a prompt gives to who goes on from a level kept earlier: that, or the path's own where this is less.
    pub fn resumed(path: Path, level: Prompt) -> Fading {
        let start = Fading::at_start(path);
        Fading { level: level.min(start.least), ..start }
    }

    /// The help that comes with a question now.
    pub fn level(self) -> Prompt {
        self.level
    }

    /// A question was answered right at the first try.
    pub fn right(&mut self) {
        self.right_in_a_row += 1;
        if self.right_in_a_row >= FADE_AFTER {
            self.right_in_a_row = 0;
            self.level = self.level.less().min(self.least);
        }
    }

    /// An answer was missed: one level more help comes at once.
    pub fn miss(&mut self) {
        self.right_in_a_row = 0;
        self.level = self.level.more();
    }
}

#[cfg(test)]
mod tests {
    use super::{FADE_AFTER, Fading, Prompt};
    use crate::path::Path;
    use proptest::prelude::*;

    #[test]
    fn the_prompt_fades_after_two_right_answers_and_returns_after_a_miss() {
        let mut fading = Fading::at_start(Path::Symbols);
        assert_eq!(fading.level(), Prompt::Show);
        fading.right();
        assert_eq!(fading.level(), Prompt::Show);
        fading.right();
        assert_eq!(fading.level(), Prompt::Highlight);
        fading.right();
        fading.miss();
        assert_eq!(fading.level(), Prompt::Show);
        fading.right();
        assert_eq!(fading.level(), Prompt::Show, "a miss begins the count again");
    }

    #[test]
    fn on_easy_read_a_hint_is_always_there() {
        let mut fading = Fading::at_start(Path::EasyRead);
        for _ in 0..20 {
            fading.right();
        }
        assert_eq!(fading.level(), Prompt::Hint);
    }

    proptest! {
        #[test]
        fn a_miss_never_lessens_the_help_and_right_answers_fade_it_slowly(events in prop::collection::vec(any::<bool>(), 0..60)) {
            for path in Path::ALL {
                let mut fading = Fading::at_start(path);
                let mut row = 0;
                for right in &events {
                    let before = fading.level();
                    if *right { fading.right(); row += 1 } else { fading.miss(); row = 0 }
                    if *right {
                        prop_assert!(fading.level() >= before);
                        prop_assert!(fading.level() as usize <= before as usize + 1);
                        prop_assert!(fading.level() == before || row % usize::from(FADE_AFTER) == 0);
                    } else {
                        prop_assert!(fading.level() <= before);
                    }
                    prop_assert!(fading.level() <= Fading::at_start(path).least);
                }
            }
        }
    }
}
