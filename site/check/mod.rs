//! The model to findings.
use crate::finding::Finding;
use crate::model::{Day, Setting};

/// Everything that is wrong with a setting, seen on a given day.
pub fn check(_setting: &Setting, _today: Day) -> Vec<Finding> {
    todo!()
}
