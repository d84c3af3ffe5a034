//! Telephone numbers as people write them, and what a telephone dials. It is the only place that knows: whatever shows, links or judges a number asks here.
//!
//! An extension goes into the address as `;ext=4`, the form of RFC 3966. A telephone that does not know it rings the main number, and the
//! words beside it name the extension. The other form, a comma and the figures, would play tones to whoever answers.

use std::fmt;

/// A number that can be dialled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// The number as it was written, with single spaces and without signs that nobody sees.
    pub shown: String,
    dialled: String,
    extension: Option<String>,
}

/// Why something is no number: what is wrong, and what to do, each in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneError {
    /// What is wrong.
    pub message: String,
    /// What to type.
    pub help: String,
}

impl fmt::Display for PhoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.help)
    }
}

impl std::error::Error for PhoneError {}

/// The words before an extension, the longest first. What follows an option is chosen by the caller once somebody has answered, so it is not dialled.
const TAILS: [(&str, bool); 8] = [
    ("extension", true),
    ("option", false),
    ("extn", true),
    ("ext", true),
    ("opt", false),
    ("ex", true),
    ("x", true),
    ("#", true),
];

/// Where calls go through the relay for people who type: a number follows.
const RELAYS: [&str; 2] = ["18001", "18002"];

/// The numbers that Ofcom keeps for drama: the figures that each begins with, and how many follow.
const FOR_DRAMA: [(&str, usize); 20] = [
    ("01134960", 3),
    ("01144960", 3),
    ("01154960", 3),
    ("01164960", 3),
    ("01174960", 3),
    ("01184960", 3),
    ("01214960", 3),
    ("01314960", 3),
    ("01414960", 3),
    ("01514960", 3),
    ("01614960", 3),
    ("02079460", 3),
    ("01914980", 3),
    ("02896496", 3),
    ("02920180", 3),
    ("01632960", 3),
    ("07700900", 3),
    ("08081570", 3),
    ("09098790", 3),
    ("03069990", 3),
];

impl Phone {
    /// Understands a number: with spaces, brackets, dots, hyphens and dashes, `+44`, `0044` or `(0)`, an extension; a short one such as 999 or 116 123 too.
    pub fn read(typed: &str) -> Result<Phone, PhoneError> {
        let shown = tidy(typed);
        let begins_tail = |c: char| !c.is_ascii_digit() && !is_filler(c) && c != '+';
        let (number, tail) = shown.split_at(shown.find(begins_tail).unwrap_or(shown.len()));
        let not = |why: &str, help: &str| PhoneError {
            message: format!("\"{shown}\" is not a telephone number that can be dialled: {why}."),
            help: help.to_owned(),
        };
        if !number.contains(|c: char| c.is_ascii_digit()) {
            return Err(not("it has no figures", HELP));
        }
        let extension = match tail {
            "" => None,
            _ => extension(tail).ok_or_else(|| {
                let tail = tail.trim();
                not(&format!("\"{tail}\" is no part of one"), "Type one number and nothing else; an extension is written ext 4.")
            })?,
        };
        let dialled = dialled(number).map_err(|why| not(why, HELP))?;
        Ok(Phone { shown, dialled, extension })
    }

    /// The number in words that begin with others, as a translation of "999" may.
    pub fn within(words: &str) -> Option<Phone> {
        Phone::read(words.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+' && c != '(')).ok()
    }

    /// The address that rings it.
    pub fn call(&self) -> String {
        let extension = self.extension.as_ref().map(|figures| format!(";ext={figures}")).unwrap_or_default();
        format!("tel:{}{extension}", self.dialled)
    }

    /// The address that writes to it. An extension gets no messages.
    pub fn text(&self) -> Option<String> {
        self.extension.is_none().then(|| format!("sms:{}", self.dialled))
    }

    /// Whether it is one of those that Ofcom keeps for drama, which ring nobody.
    pub fn is_for_drama(&self) -> bool {
        let national = self.dialled.strip_prefix("+44").map_or_else(|| self.dialled.clone(), |rest| format!("0{rest}"));
        FOR_DRAMA.iter().any(|(begin, more)| national.strip_prefix(begin).is_some_and(|rest| rest.len() == *more))
    }
}

const HELP: &str = "Type it as it is dialled, like 01632 960 101, +44 1632 960 101 or 01632 960 101 ext 4.";

/// The text without what nobody sees, and with single spaces.
fn tidy(typed: &str) -> String {
    let is_unseen = |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{61c}');
    let seen: String = typed.chars().filter(|c| !is_unseen(c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What makes a number readable and is not dialled.
fn is_filler(c: char) -> bool {
    matches!(c, ' ' | '(' | ')' | '.' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What stands after a number: nothing if it is not an extension, and an extension without figures to dial if it is an option.
#[expect(clippy::option_option, reason = "there may be none to dial in a tail that is well formed")]
fn extension(tail: &str) -> Option<Option<String>> {
    let tail = tail.trim_start_matches([',', ';', ' ']).trim_end_matches([')', ' ']).to_ascii_lowercase();
    let (word, is_dialled) = TAILS.iter().find(|(word, _)| tail.starts_with(word))?;
    let figures = tail[word.len()..].trim_start_matches(['.', ':', '=', ' ']);
    let are_figures = (1..=7).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit());
    are_figures.then(|| is_dialled.then(|| figures.to_owned()))
}

/// The figures that are dialled, with `+` before those that begin with a country.
fn dialled(number: &str) -> Result<String, &'static str> {
    let plain = number.trim_start_matches(['(', ' ']);
    if plain.get(1..).is_some_and(|rest| rest.contains('+')) {
        return Err("a + stands at its beginning only");
    }
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let all = figures(number);
    // From abroad nobody dials the 0 that stands in brackets.
    let abroad = figures(&number.replacen("(0)", "", 1));
    let country = if plain.starts_with('+') {
        Some(abroad.as_str())
    } else if all.starts_with("00") {
        abroad.strip_prefix("00")
    } else {
        Some(abroad.as_str()).filter(|figures| figures.starts_with("44") && (11..=13).contains(&figures.len()))
    };
    match country {
        Some(figures) => match figures.strip_prefix("44") {
            Some(rest) => {
                let rest = rest.strip_prefix('0').unwrap_or(rest);
                national(&format!("0{rest}")).map(|()| format!("+44{rest}"))
            }
            None if figures.starts_with('0') => Err("no country has this code"),
            None if (7..=15).contains(&figures.len()) => Ok(format!("+{figures}")),
            None => Err("it has too few or too many figures"),
        },
        None if all.starts_with('0') => national(&all).map(|()| all),
        None => match RELAYS.iter().find_map(|relay| all.strip_prefix(relay)).filter(|rest| !rest.is_empty()) {
            Some(rest) => national(rest).map(|()| all.clone()),
            None => short(&all).map(|()| all.clone()),
        },
    }
}

/// Whether a number of the UK that begins with 0 has as many figures as it must.
fn national(figures: &str) -> Result<(), &'static str> {
    let fits = match figures.as_bytes().get(1) {
        Some(b'2' | b'3' | b'7' | b'9') => figures.len() == 11,
        Some(b'1' | b'5') => [10, 11].contains(&figures.len()),
        // Childline's and the health service's older one are shorter than all others.
        Some(b'8') => [10, 11].contains(&figures.len()) || (figures.len() == 8 && figures.starts_with("08")),
        _ => return Err("no number in the UK begins like this"),
    };
    if fits { Ok(()) } else { Err("it has too few or too many figures") }
}

/// Whether these figures can be dialled alone: 999, 101, 111, 116 123, 18000, a number for texts such as 85258 or 7726.
fn short(figures: &str) -> Result<(), &'static str> {
    let first = figures.as_bytes().first();
    let fits = match figures.len() {
        3 => first == Some(&b'1') || figures == "999",
        4 => first == Some(&b'1') || figures == "7726",
        5 => matches!(first, Some(b'1' | b'6'..=b'8')),
        6 => figures.starts_with("116") || figures.starts_with("118"),
        _ => return Err("it begins neither with 0 nor with +"),
    };
    if fits { Ok(()) } else { Err("these figures cannot be dialled from everywhere") }
}

#[cfg(test)]
mod tests {
    use super::Phone;
    use proptest::prelude::*;

    fn call(typed: &str) -> String {
        Phone::read(typed).map_or_else(|fault| fault.message, |phone| phone.call())
    }

    #[test]
    fn a_number_is_read_however_people_write_it() {
        for (typed, address) in [
            ("01632 960 101", "tel:01632960101"),
            ("01632\u{a0}960\u{a0}101", "tel:01632960101"),
            ("(01632) 960101", "tel:01632960101"),
            ("01632-960-101", "tel:01632960101"),
            ("01632 960\u{2013}101", "tel:01632960101"),
            ("01632.960.101", "tel:01632960101"),
            ("\u{2066}01632 960 101\u{2069}", "tel:01632960101"),
            ("+44 (0)1632 960-101", "tel:+441632960101"),
            ("+44 (0) 1632 960 101", "tel:+441632960101"),
            ("+44 01632 960 101", "tel:+441632960101"),
            ("+44 (1632) 960101", "tel:+441632960101"),
            ("(+44) 1632 960101", "tel:+441632960101"),
            ("0044 (0)1632 960101", "tel:+441632960101"),
            ("0044 1632 960101", "tel:+441632960101"),
            ("44 1632 960101", "tel:+441632960101"),
            ("(0)1632 960101", "tel:01632960101"),
            ("+353 (0)1 496 0000", "tel:+35314960000"),
            ("01632 960 101 ext 4", "tel:01632960101;ext=4"),
            ("01632 960 101, extension 4", "tel:01632960101;ext=4"),
            ("01632 960 101 (ext. 204)", "tel:01632960101;ext=204"),
            ("01632 960101x4", "tel:01632960101;ext=4"),
            ("01632 960 101 #4", "tel:01632960101;ext=4"),
            ("+44 (0)1632 960 101 Extn: 12", "tel:+441632960101;ext=12"),
            ("01632 960 101 option 2", "tel:01632960101"),
            ("01632 96010", "tel:0163296010"),
            ("0800 1111", "tel:08001111"),
            ("0808 800 5000", "tel:08088005000"),
            ("0161 496 0000", "tel:01614960000"),
            ("999", "tel:999"),
            ("111", "tel:111"),
            ("116 123", "tel:116123"),
            ("85258", "tel:85258"),
            ("7726", "tel:7726"),
            ("18000", "tel:18000"),
            ("18001 01632 960 101", "tel:1800101632960101"),
        ] {
            assert_eq!(call(typed), address, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_refused_with_the_reason() {
        for (typed, why) in [
            ("", "no figures"),
            ("ask at the office", "no figures"),
            ("01632 960 101 or 01632 960 102", "\"or 01632 960 102\" is no part"),
            ("01632 960 101/2", "\"/2\" is no part"),
            ("01632 960 101, 960 102", "is no part"),
            ("0800 1111 (9 to 5)", "is no part"),
            ("01632 96o 101", "is no part"),
            ("01632 960 101 ext", "is no part"),
            ("tel 01632 960 101", "no figures"),
            ("01632 960 1", "too few"),
            ("01632 960 1011", "too few or too many"),
            ("07700 900 01", "too few"),
            ("0800 111", "too few"),
            ("+44 1632", "too few"),
            ("+12", "too few"),
            ("00000 000000", "no country"),
            ("06632 960101", "no number in the UK"),
            ("960 101", "cannot be dialled"),
            ("204", "cannot be dialled"),
            ("01632+960101", "a + stands"),
            ("12345678", "neither with 0 nor with +"),
            ("\u{661}\u{662}\u{663}", "no figures"),
        ] {
            assert!(call(typed).contains(why), "{typed}: {}", call(typed));
        }
    }

    #[test]
    fn a_number_is_found_behind_words() {
        let within = |words| Phone::within(words).map(|phone| phone.call());
        assert_eq!(within("Notruf: 999").as_deref(), Some("tel:999"));
        assert_eq!(within("+44 (0)1632 960101").as_deref(), Some("tel:+441632960101"));
        assert_eq!(within("ask at the office"), None);
    }

    #[test]
    fn a_message_goes_to_a_number_and_not_to_an_extension() {
        let text = |typed| Phone::read(typed).unwrap().text();
        assert_eq!(text("85258").as_deref(), Some("sms:85258"));
        assert_eq!(text("07700 900 101").as_deref(), Some("sms:07700900101"));
        assert_eq!(text("01632 960 101 ext 4"), None);
    }

    #[test]
    fn numbers_for_drama_are_known_in_every_form() {
        let is = |typed| Phone::read(typed).unwrap().is_for_drama();
        for typed in
            ["01632 960 101", "+44 (0)1632 960 999", "020 7946 0000", "07700 900123", "0808 157 0001", "0161 496 0000 ext 4"]
        {
            assert!(is(typed), "{typed}");
        }
        for typed in ["01632 961 101", "020 7947 0000", "0800 1111", "999", "+353 1 496 0000"] {
            assert!(!is(typed), "{typed}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// However a number is spread out and begun, the same telephone rings.
        #[test]
        fn fillers_change_nothing(
            rest in "1[2-9][0-9]{8}",
            fillers in prop::collection::vec(prop::sample::select(vec!["", " ", "-", "\u{2013}", "\u{a0}", ".", " - "]), 9),
            ext in prop::option::of("[0-9]{1,5}"),
        ) {
            let mut spread = String::new();
            for (at, figure) in rest.chars().enumerate() {
                spread.push(figure);
                spread.push_str(fillers.get(at).copied().unwrap_or_default());
            }
            let (tail, address) = ext.map_or((String::new(), String::new()), |ext| (format!(" ext {ext}"), format!(";ext={ext}")));
            prop_assert_eq!(call(&format!("0{spread}{tail}")), format!("tel:0{rest}{address}"));
            for begin in ["+44 ", "0044", "+44 (0)", "44 ", "(+44)", "+44 (0) "] {
                prop_assert_eq!(call(&format!("{begin}{spread}{tail}")), format!("tel:+44{rest}{address}"), "{}", begin);
            }
        }

        /// An address holds figures and nothing that could make another address of it; and what is shown is read alike.
        #[test]
        fn whatever_is_read_dials_figures_only(typed in "\\PC{0,24}|[0-9+() x#.,;=ext-]{0,24}") {
            if let Ok(phone) = Phone::read(&typed) {
                let call = phone.call();
                let (number, ext) = call.split_once(";ext=").unwrap_or((&call, "0"));
                let figures = number.strip_prefix("tel:").unwrap();
                let figures = figures.strip_prefix('+').unwrap_or(figures);
                prop_assert!(figures.len() >= 3 && (figures.to_owned() + ext).bytes().all(|byte| byte.is_ascii_digit()), "{}", call);
                prop_assert_eq!(Phone::read(&phone.shown), Ok(phone));
            }
        }
    }
}
