//! What a lesson is and how it goes: the one model that the generator and the player share.
//!
//! Plain data and rules, without a browser and without I/O, so that every rule can be tested natively:
//!
//! 1. [`content`]: a lesson as its author wrote it, on up to four paths.
//! 2. [`path`]: the four paths and what differs between them.
//! 3. [`prompt`]: the errorless-learning prompts and how they fade.
//! 4. [`attempt`]: an activity with what the learner has done in it, and [`answer`], what is remembered of that; [`event`]: what can be done,
//!    [`outcome`] and [`said`]: what comes of it; [`password`]: what is good about a password that they make.
//! 5. [`session`]: one learner going through one lesson; every event goes through it. [`script`]: what the voice reads of a screen.
//!    [`carry`]: what counts on another path too; [`recorded`]: which recordings are asked for; [`class`]: the keys of an adult who leads a class.
//! 6. [`ways`]: how a learner presses, with the ranges of all that can be set.
//! 7. [`scan`], [`press`], [`dwell`]: scanning over groups and items with one switch or two, which presses count, and a pointer that rests.
//! 8. [`voice`]: which voices may speak; [`speaking`]: which of them the learner likes, and how fast.
//! 9. [`keep`]: what is kept on the device, under which keys, and how it is read back.
//! 10. [`profile`]: how somebody likes it, to be taken to another device.
//! 11. [`journey`]: the page on which all that is kept can be seen, chosen, saved, brought back and forgotten.
//! 12. [`quiz`]: quizzes and the questions of staff induction.
//! 13. [`strings`]: the words of the player, which come with the page.
//! 14. [`wire`]: how the page hands the lesson to the player.

pub mod answer;
pub mod attempt;
pub mod carry;
pub mod class;
pub mod content;
pub mod dwell;
pub mod event;
pub mod journey;
pub mod keep;
pub mod outcome;
pub mod password;
pub mod path;
pub mod press;
pub mod profile;
pub mod prompt;
pub mod quiz;
pub mod recorded;
pub mod said;
pub mod scan;
pub mod script;
pub mod session;
pub mod speaking;
pub mod strings;
pub mod voice;
pub mod ways;
pub mod wire;
