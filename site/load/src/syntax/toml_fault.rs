//! What is wrong with a line that is not TOML, in the words of somebody who writes one line of it a month.

/// What is wrong, and what to type.
#[derive(Debug, PartialEq, Eq)]
pub struct Explained {
    /// What is wrong.
    pub message: String,
    /// What to type.
    pub help: String,
}

/// A message of the reader of TOML as a part of a sentence.
pub fn one_line(message: &str) -> String {
    message.lines().collect::<Vec<_>>().join(", ").trim_end_matches('.').to_owned()
}

/// How a line looks, where nothing better is known.
const LINES: &str = "Each line is key = value or [table]; text stands between quotes, and a day is written 2027-09-01.";

/// Signs that a word processor puts in the place of straight quotes.
const CURLY: [char; 10] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '″'];

/// Explains a mistake in a line. `said` is what the reader of TOML says of it.
pub fn explain(line: &str, said: &str) -> Explained {
    let otherwise = || Explained { message: format!("This is not TOML: {}.", one_line(said)), help: LINES.to_owned() };
    let line = line.trim();
    if said.contains("duplicate key") {
        let (message, help) = ("This key or table is there already, further up.", "Keep one of the two.");
        return Explained { message: message.to_owned(), help: help.to_owned() };
    }
    let Some((key, value)) = line.split_once('=') else { return without_equals(line).unwrap_or_else(otherwise) };
    let (key, value) = (key.trim(), value.trim());
    // Words behind a # are for the reader of the file.
    let value = if value.starts_with(['"', '\'']) { value } else { value.split(" #").next().unwrap_or_default().trim_end() };
    by_value(key, value).unwrap_or_else(otherwise)
}

/// `key: value`, or a heading without its bracket.
fn without_equals(line: &str) -> Option<Explained> {
    if let Some((key, value)) = line.split_once(':').filter(|(key, _)| is_key(key)) {
        let message = "A : stands here where a line has =.".to_owned();
        let value = quoted(value.trim().trim_matches('"'));
        return Some(Explained { message, help: format!("Type {key} = {value}.") });
    }
    if line.starts_with('[') && !line.contains(']') {
        let message = "The [ that begins this line has no ] at its end.".to_owned();
        return Some(Explained { message, help: format!("Type {line}].") });
    }
    is_key(line).then(|| Explained {
        message: format!("Nothing says what \"{line}\" is."),
        help: format!("Type {line} = and what it is, with text between quotes."),
    })
}

fn by_value(key: &str, value: &str) -> Option<Explained> {
    let explained = |message: String, help: String| Some(Explained { message, help });
    if value.is_empty() {
        return explained(
            format!("Nothing stands after \"{key} =\"."),
            format!("Type what it is, like {key} = \"...\", or take the line out."),
        );
    }
    if let Some(sign) = curly(value) {
        let words = value.trim_matches(|c| CURLY.contains(&c) || c == '"');
        let help = format!("Type {key} = {}, with the straight quotes of the key beside Enter.", quoted(words));
        return explained(format!("A curly quotation mark ({sign}) stands here, as a word processor makes them."), help);
    }
    if let Some(day) = day(value) {
        let help = format!("A day is typed year first, without quotes: {key} = {day}.");
        return explained(format!("\"{value}\" is not how a day is written here."), help);
    }
    if ["true", "false"].contains(&value.to_lowercase().as_str()) {
        return explained(
            format!("\"{value}\" is written in small letters here."),
            format!("Type {key} = {}.", value.to_lowercase()),
        );
    }
    let first = value.chars().next()?;
    if first == '"' || first == '\'' {
        // Whatever else is wrong inside, the marks are where to look.
        let count = value.matches(first).count();
        return match count {
            1 => explained(
                "The quotation mark that begins here has no second one.".to_owned(),
                format!("Type {key} = {}.", quoted(value.trim_matches(first))),
            ),
            _ => None,
        };
    }
    if is_number_with_a_zero(value) {
        let message =
            "A number that begins with 0 or has spaces, such as a telephone number, is text here and has no quotes.".to_owned();
        return explained(message, format!("Type {key} = {}.", quoted(value)));
    }
    if is_day_that_is_none(value) {
        return explained(
            format!("There is no day {value}."),
            format!("Type year, month and day of the calendar, like {key} = 2027-09-01."),
        );
    }
    if first.is_alphabetic() {
        return explained(
            "The words after = have no quotes.".to_owned(),
            format!("Type {key} = {}.", quoted(value.trim_matches('"'))),
        );
    }
    None
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.trim().replace('"', "'"))
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// The curly mark that stands where a straight one has to. One inside the words is part of them.
fn curly(value: &str) -> Option<char> {
    let is_half_straight = value.starts_with('"') && value.matches('"').count() == 1;
    let ends = [value.chars().next(), value.chars().next_back().filter(|_| is_half_straight)];
    ends.into_iter().flatten().find(|sign| CURLY.contains(sign))
}

/// `01/09/2027`, `1.9.2027` or `1 September 2027` as TOML has it. Days come before months in the UK.
fn day(value: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<&str> = value.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts[..] else { return None };
    let day: u8 = day.trim_end_matches(char::is_alphabetic).parse().ok().filter(|day| (1..=31).contains(day))?;
    let named = || MONTHS.iter().position(|name| month.to_lowercase().starts_with(name)).map(|at| at + 1);
    let month = month.parse().ok().or_else(named).filter(|month| (1..=12).contains(month))?;
    let year: u16 = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
    Some(format!("{year}-{month:02}-{day:02}"))
}

/// Figures, and what stands between them in a telephone number.
fn is_number_with_a_zero(value: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || " ()+.\u{2013}\u{a0}".contains(c);
    value.starts_with(['0', '(', '+'])
        && value.chars().filter(char::is_ascii_digit).count() > 5
        && value.chars().all(|c| is_of_number(c) || c == '-')
        && !is_day_that_is_none(value)
}

/// `2026-02-30`.
fn is_day_that_is_none(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    parts.len() == 3
        && parts[0].len() == 4
        && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::explain;

    #[test]
    fn a_mistake_of_a_line_is_named_with_the_line_to_type() {
        for (line, message, help) in [
            ("name = “Green Lane”", "A curly quotation mark (“)", "Type name = \"Green Lane\","),
            ("name = ‘Green Lane’", "A curly quotation mark (‘)", "Type name = \"Green Lane\","),
            ("name = \"Green Lane”", "A curly quotation mark (”)", "Type name = \"Green Lane\","),
            ("short = Green Lane", "The words after = have no quotes.", "Type short = \"Green Lane\"."),
            ("short = Green Lane # ours", "The words after = have no quotes.", "Type short = \"Green Lane\"."),
            ("short = Green Lane\"", "The words after = have no quotes.", "Type short = \"Green Lane\"."),
            ("short = \"Green Lane", "no second one", "Type short = \"Green Lane\"."),
            ("next_review = 01/09/2027", "not how a day is written", "year first, without quotes: next_review = 2027-09-01."),
            ("next_review = 1.9.2027", "not how a day is written", "next_review = 2027-09-01."),
            ("next_review = 1 September 2027", "not how a day is written", "next_review = 2027-09-01."),
            ("next_review = 1st Sept 2027", "not how a day is written", "next_review = 2027-09-01."),
            ("approved_on = 2026-02-30", "There is no day 2026-02-30.", "approved_on = 2027-09-01."),
            ("phone = 01632960101", "begins with 0", "Type phone = \"01632960101\"."),
            ("phone = 01632 960 101", "begins with 0", "Type phone = \"01632 960 101\"."),
            ("phone = +44 (0)1632 960101", "begins with 0", "Type phone = \"+44 (0)1632 960101\"."),
            ("remote_learning = True", "small letters", "Type remote_learning = true."),
            ("name: Green Lane", "A : stands here", "Type name = \"Green Lane\"."),
            ("name: \"Green Lane\"", "A : stands here", "Type name = \"Green Lane\"."),
            ("name", "Nothing says what \"name\" is.", "Type name = and"),
            ("name =", "Nothing stands after", "Type what it is, like name = \"...\""),
            ("[roles.dsl", "has no ]", "Type [roles.dsl]."),
            ("!!", "This is not TOML: it says.", "Each line is"),
            ("name = \"It’s\" x", "This is not TOML: it says.", "Each line is"),
        ] {
            let explained = explain(line, "it\nsays.".replace('\n', " ").as_str());
            assert!(explained.message.contains(message) && explained.help.contains(help), "{line}: {explained:?}");
        }
        assert!(explain("name = \"a\"", "duplicate key").message.contains("already"));
    }
}
