//! What is kept on the device once somebody has said "Remember on this device", under which keys, and how it is read back.
//!
//! 1. [`store`]: what a device's storage can do and how it can fail; and the one way to write that minds other tabs.
//! 2. [`site`]: a site's own part of that storage, which several sites at one address would otherwise share.
//! 3. [`line`](mod@line): the lines of a learner's text, each of which stands for itself.
//! 4. [`text`]: a learner's text: its version, its lines, putting lines into it.
//! 5. [`day`]: a day of the calendar, for what was finished when.
//! 6. [`who`]: which learner of the device; [`learner`]: all that is kept of one, and the pictures and nicknames to choose from.
//! 7. [`learners`]: who there is on the device and who is learning now; keeping, choosing, adding, forgetting.
//! 8. [`keeping`]: the same for one lesson while it goes on.
//! 9. [`taken`]: what is kept of a quiz; [`quizzes`]: finding, keeping and forgetting that.
//! 10. [`file`](mod@file): saving to a file and bringing back from one.
//!
//! The text is lines, so that a damaged line costs only itself, a person can read it, and the player needs no JSON reader:
//!
//! ```text
//! fingerpost 2
//! me picture=fox nickname=blue-kite
//! place lesson=tell-someone path=easy-read at=secrets done=no prompts=show,hint,hint,none
//! done lesson=tell-someone path=symbols on=2026-11-22 times=2 prompt=highlight
//! people lesson=tell-someone chosen=parent,teacher
//! speech speed=80% voice=Daniel
//! ways scan=one cue=no dwell=no step=2000 repeat=300 hold=0 rest=1250 dead=0 move=Space choose=Enter
//! ```
//!
//! The lines `speech` and `ways` are not there while the learner listens and presses in the usual way. Lines that this version does not know are carried along
//! unchanged: they may be a newer version's. What is damaged is put aside and never deleted by itself.

pub mod day;
pub mod file;
pub mod keeping;
pub mod learner;
pub mod learners;
pub mod line;
pub mod quizzes;
pub mod site;
pub mod store;
pub mod taken;
pub mod text;
pub mod who;

/// What is kept under a key of a site's part of local storage ([`site`]), or in caches. The privacy page lists these; nothing else is ever stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptKey {
    /// The key within the site's part; where there are several such, how they all begin. For caches, how their names begin.
    pub key: &'static str,
    /// Whether there are several of these, such as one for each learner, whose own number follows.
    pub one_each: bool,
    /// The key, in the site's own words, of the sentence that says what it is for.
    pub purpose_word: &'static str,
}

impl KeptKey {
    /// Whether this stands for a key of the site's part.
    pub fn covers(&self, key: &str) -> bool {
        match key.strip_prefix(self.key) {
            Some(rest) => rest.is_empty() != self.one_each,
            None => false,
        }
    }

    /// Its whole name on a device, for people: "…" stands for the path of the site, and for whatever else is another one each time.
    pub fn shown(&self) -> String {
        let begin = if *self == PAGES { "" } else { site::BEGIN };
        let site = if *self == PAGES { "" } else { "/… " };
        [begin, site, self.key, if self.one_each { "…" } else { "" }].concat()
    }
}

/// How the pages look: colours, text size, spacing, motion. Written by the page script.
pub const LOOK: KeptKey = KeptKey { key: "look", one_each: false, purpose_word: "kept_look" };

/// What is kept of the learner who has no picture and nickname. Written by the player.
pub const LEARNER: KeptKey = KeptKey { key: "learner", one_each: false, purpose_word: "kept_learner" };

/// What is kept of each learner who has a picture and a nickname. Written by the player.
pub const LEARNERS: KeptKey = KeptKey { key: "learner.", one_each: true, purpose_word: "kept_learners" };

/// The number of the learner who is learning now; not there for the one without a name.
pub const NOW: KeptKey = KeptKey { key: "now", one_each: false, purpose_word: "kept_now" };

/// How a quiz or an induction was taken, one text each: the quiz's id follows. Written by the player.
pub const QUIZZES: KeptKey = KeptKey { key: "quiz.", one_each: true, purpose_word: "kept_quizzes" };

/// The learners' pages, in the browser's cache storage and not in local storage, for use without the internet. The name goes on with the site's
/// address and the version. Written by the worker (`assets/offline.js`); forgetting learners leaves them.
pub const PAGES: KeptKey = KeptKey { key: "fingerpost.1.pages ", one_each: true, purpose_word: "kept_pages" };

/// Every key there is.
pub const KEYS: [KeptKey; 6] = [LOOK, LEARNER, LEARNERS, NOW, QUIZZES, PAGES];
