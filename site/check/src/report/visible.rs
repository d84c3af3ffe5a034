//! Text for a terminal. What a file's name or its words hold can move the cursor, begin a line of its own or turn the order of the signs round; here such a
//! sign is shown, and does nothing.

/// One line, in which every sign that would not be seen is written as `\n` or `\u{202e}`.
pub fn visible(text: &str) -> String {
    escaped(text, false)
}

/// A text of several lines, whose ends stay, with every other sign as [`visible`] shows it.
pub fn visible_lines(text: &str) -> String {
    escaped(text, true)
}

fn escaped(text: &str, keeps_lines: bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' if keeps_lines => shown.push(sign),
            '\n' | '\r' | '\t' => shown.extend(sign.escape_default()),
            sign if acts(sign) => shown.extend(sign.escape_unicode()),
            sign => shown.push(sign),
        }
    }
    shown
}

/// Whether a sign does something and shows nothing: control characters, ends of lines and paragraphs, marks and overrides of direction, signs without a width.
pub fn acts(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{acts, visible, visible_lines};
    use proptest::prelude::*;

    #[test]
    fn what_acts_is_shown_and_what_shows_stays() {
        assert_eq!(visible("a\nb\r\tc\0\u{9b}\u{202e}\u{2028}"), "a\\nb\\r\\tc\\u{0}\\u{9b}\\u{202e}\\u{2028}");
        assert_eq!(visible_lines("a\nb\r\n"), "a\nb\\r\n");
        for kept in ["Élèves – “words”", "برقم الليل", "家族", "👩\u{200d}👧", "a\\b"] {
            assert_eq!(visible(kept), kept);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_that_acts_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).contains(acts));
            prop_assert!(!visible_lines(&text).replace('\n', "").contains(acts));
        }
    }
}
