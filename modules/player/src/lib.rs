//! The modules as Yew components: the generator renders their first screen, the browser wakes them up on it.
//!
//! 1. `start` finds the mounts of the page and renders each anew; [`foreign`] sees what other software changes in them from then on.
//! 2. [`lesson`]: the module `lesson`: messages in, [`fingerpost_lesson::session::Session`] changed, screen out.
//!    [`preferences`]: the module `preferences`, the page "How I like it". [`progress`]: the module `progress`, the page "My journey".
//!    [`quiz`]: the modules `quiz` and `induction`.
//! 3. [`frame`]: what stands around the activity: paths, words, moves, remembering, switches. [`keeping`]: the question whether to remember.
//! 4. [`activities`]: one file an activity. They hold no rules: all they do is show a state and send events. What they and the frame know of the
//!    module is in [`screen`].
//! 5. [`text`]: sentences and symbols. [`aloud`]: reading a screen aloud. [`class_view`]: the big screen for a class.
//! 6. [`ways`]: the ways in beside touch and Tab, that is switches and a pointer that rests, with [`input`], [`keys`], [`scan`], [`dwell`],
//!    [`ticker`], [`ring`] and [`trust`], and the panel for them, [`press_panel`].
//! 7. [`shell`]: what all modules have in common. [`focus`]: where focus goes when what had it is gone. [`mod@page`], [`speech`], [`recording`],
//!    [`storage`], [`files`], [`mod@print`], [`random`]: the browser's side of the page, of speaking, playing, keeping, files, paper and chance.
//!
//! The player holds no words: every string comes with the page.

/// The symbols on the player's own buttons and reasons; a page with a module carries them besides those of its lesson.
pub const SYMBOLS: &[&str] =
    &["again", "back", "forget", "happy", "hint", "listen", "next", "point", "remember", "switch", "think", "yes"];

/// The symbol on the button of a card to print. Only a lesson with such a card carries it.
pub const PRINT_SYMBOL: &str = "print";

mod activities;
mod aloud;
mod class_view;
mod dwell;
mod files;
mod focus;
mod foreign;
mod frame;
mod input;
mod keeping;
mod keys;
pub mod lesson;
mod page;
pub mod preferences;
mod press_panel;
mod print;
pub mod progress;
pub mod quiz;
mod random;
mod recording;
mod ring;
mod scan;
mod screen;
mod shapes;
mod shell;
mod speech;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod start;
mod storage;
mod text;
mod ticker;
mod trust;
mod ways;
