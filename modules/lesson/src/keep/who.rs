//! Which learner of a device: under which key they are kept, and whose a key is.

use super::{LEARNER, LEARNERS};

/// Which learner of the device: the one without a name, or another by their number.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who(pub(super) Option<String>);

impl Who {
    /// A learner by number. `None` for what can be no number.
    pub fn numbered(id: &str) -> Option<Who> {
        ((1..=12).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit())).then(|| Who(Some(id.to_owned())))
    }

    /// The number; `None` for the learner without a name.
    pub fn number(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The learner whose key this is.
    pub fn of_key(key: &str) -> Option<Who> {
        if key == LEARNER.key { Some(Who(None)) } else { Who::numbered(key.strip_prefix(LEARNERS.key)?) }
    }

    /// Under which key they are kept.
    pub fn key(&self) -> String {
        match &self.0 {
            Some(id) => [LEARNERS.key, id].concat(),
            None => LEARNER.key.to_owned(),
        }
    }
}
