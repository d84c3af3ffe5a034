//! A lesson with a class: an adult leads it by keys, from the computer or with the remote control of a presenter, which sends Page Down and
//! Page Up. The keys count only while the big screen is on, because a key of one letter must not surprise anybody else (WCAG 2.1.4).

/// What an adult's key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassKey {
    /// To the next step.
    Next,
    /// To the step before.
    Back,
    /// Everything on the screen is read aloud again.
    Repeat,
    /// The big screen ends.
    Leave,
}

impl ClassKey {
    /// What a key does, by its name in `KeyboardEvent.key`.
    pub fn of(key: &str) -> Option<ClassKey> {
        match key {
            "PageDown" | "ArrowRight" => Some(ClassKey::Next),
            "PageUp" | "ArrowLeft" => Some(ClassKey::Back),
            "r" | "R" => Some(ClassKey::Repeat),
            "Escape" => Some(ClassKey::Leave),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ClassKey;

    #[test]
    fn a_remote_control_leads_and_keys_that_press_controls_are_left_alone() {
        assert_eq!(ClassKey::of("PageDown"), Some(ClassKey::Next));
        assert_eq!(ClassKey::of("PageUp"), Some(ClassKey::Back));
        for key in ["Enter", " ", "Tab", "ArrowDown", "x"] {
            assert_eq!(ClassKey::of(key), None, "{key}");
        }
    }
}
