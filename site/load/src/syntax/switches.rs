//! Switches: what a setting is or has, in a word. `[switches]` in setting.toml gives them, and `kind` is always one of them. With
//! `when=` and `unless=` a part says on which of them it depends.

use super::absence::Absence;
use super::mapped_text::MappedText;
use super::switch::Switch;
use super::table::{Spanned, Table};
use crate::source::file::SourceFile;
use fingerpost_model::Setting;
use fingerpost_model::finding::{Finding, did_you_mean, did_you_mean_in};
use fingerpost_model::rules::Rule;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of setting that have a policy.
pub const KINDS: [&str; 2] = ["school", "charity"];

/// All kinds: the texts that the switch `kind` can have.
pub const ALL_KINDS: [&str; 3] = [KINDS[0], KINDS[1], Setting::HANDBOOK];

/// The switches of a setting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Switches {
    values: BTreeMap<String, Switch>,
    /// Where the words stand in setting.toml that switches have.
    places: BTreeMap<String, usize>,
}

/// The words for which parts ask, by switch.
#[derive(Clone, Debug, Default)]
pub struct AskedWords(BTreeMap<String, BTreeSet<String>>);

impl AskedWords {
    fn add(&mut self, switch: &str, word: &str) {
        self.0.entry(switch.to_owned()).or_default().insert(word.to_owned());
    }

    /// Adds those for which other parts ask.
    pub fn extend(&mut self, others: &AskedWords) {
        others.0.iter().for_each(|(switch, words)| words.iter().for_each(|word| self.add(switch, word)));
    }
}

/// What some conditions of a part come to.
#[derive(Debug, Default)]
pub struct Judged {
    /// Why the part is not in the setting, if it is not.
    pub absence: Option<Absence>,
    /// The words for which they ask.
    pub asked: AskedWords,
    /// What is wrong with them, but for what was said elsewhere.
    pub complaints: Vec<Finding>,
}

/// Which way a condition asks: for what is so, or for what is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    When,
    Unless,
}

impl Ask {
    /// Both.
    pub const ALL: [Ask; 2] = [Ask::When, Ask::Unless];

    /// The word that an author types.
    pub fn word(self) -> &'static str {
        match self {
            Ask::When => "when",
            Ask::Unless => "unless",
        }
    }
}

/// Reads `[switches]` and adds the kind of the setting to them.
pub fn read(mut table: Table<'_>, kind: &str, file: &SourceFile, found: &mut Vec<Finding>) -> Switches {
    let mut switches = Switches::default();
    let kind = if ALL_KINDS.contains(&kind) { Switch::Text(kind.to_owned()) } else { Switch::Unread };
    switches.values.insert("kind".to_owned(), kind);
    for (name, value) in table.switches(found) {
        if name.value == "kind" {
            let help = "Take the line out: the kind of the setting is a switch by itself.";
            found.push(file.error(name.at, Rule::NameTaken, "\"kind\" is a switch already.", help));
            continue;
        }
        if !can_be_typed(name.value) {
            let message = format!("\"{}\" cannot be the name of a switch.", name.value);
            found.push(file.error(name.at, Rule::BadValue, message, "Use letters, figures, _ and - only, like remote_learning."));
        }
        let is_text = matches!(value.value, Switch::Text(_));
        if let Switch::Text(text) = &value.value
            && !can_be_typed(text)
        {
            let message = format!("\"{text}\" cannot be the text of a switch, because no mark could name it.");
            found.push(file.error(
                value.at,
                Rule::BadValue,
                message,
                "Use one word of letters, figures, _ and -, like \"provider\".",
            ));
        }
        if is_text {
            switches.places.insert(name.value.to_owned(), value.at);
        }
        switches.values.insert(name.value.to_owned(), value.value);
    }
    switches
}

/// The word of a switch to which none of those that parts ask for applies.
const OTHER: &str = "other";

/// Whether this can stand in a mark.
fn can_be_typed(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

impl Switches {
    /// Whether this switch is there and true.
    pub fn is_on(&self, name: &str) -> bool {
        self.values.get(name) == Some(&Switch::Flag(true))
    }

    /// Whether there is a switch with this name.
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Reports the words that no part asks for, where parts ask for others: a word that is mistyped takes out every part that asks for the right
    /// one. `is_elsewhere` knows what is asked (`filtering:none`) in files that this setting does not take. A switch of which nothing is asked
    /// changes nothing.
    pub fn report_unasked(
        &self,
        asked: &AskedWords,
        is_elsewhere: impl Fn(&str) -> bool,
        file: &SourceFile,
        found: &mut Vec<Finding>,
    ) {
        for (name, at) in &self.places {
            let (Some(Switch::Text(word)), Some(words)) = (self.values.get(name), asked.0.get(name)) else { continue };
            if words.contains(word) || word == OTHER || !can_be_typed(word) || is_elsewhere(&format!("{name}:{word}")) {
                continue;
            }
            let all: Vec<&str> = words.iter().map(String::as_str).collect();
            let message = format!("No part asks for \"{word}\"; parts ask for {}.", all.join(", "));
            let near = did_you_mean(&word.to_lowercase().replace('_', "-"), all.iter().copied());
            let is_near = near.starts_with("Did");
            // Where parts ask for one word alone, every other word says that it is not so.
            if !is_near && all.len() == 1 {
                continue;
            }
            let near = if is_near { format!("{near} ") } else { String::new() };
            let help = format!("{near}Type {name} = \"{OTHER}\" where none of them is so.");
            found.push(file.error(*at, Rule::UnaskedWord, message, help));
        }
    }

    /// Whether a part with these conditions is absent from the setting. `typed` is what stands after `when=` or `unless=`: one
    /// condition or several with commas, which must all hold. One that cannot be read keeps its part out.
    pub fn judge(&self, ask: Ask, typed: &MappedText, file: &SourceFile) -> Judged {
        let mut judged = Judged::default();
        let mut from = 0;
        for condition in typed.text.split(',') {
            let run = typed.slice(from..from + condition.len()).trimmed();
            from += condition.len() + 1;
            let at = if run.text.is_empty() { typed.at(0) } else { run.at(0) };
            let one = match self.is_met(ask, &run.text, &mut judged.asked) {
                Ok(is_met) if is_met == (ask == Ask::When) => None,
                Ok(_) => Some(Absence::Condition),
                Err(complaint) => {
                    let complaint = complaint.map(|(rule, message, help)| file.error(at, rule, message, help));
                    judged.complaints.extend(complaint);
                    Some(Absence::Unread)
                }
            };
            judged.absence = judged.absence.max(one);
        }
        judged
    }

    /// Whether a switch is on, or has the text that is named; or what is wrong with the question, unless that was said elsewhere.
    fn is_met(&self, ask: Ask, condition: &str, asked: &mut AskedWords) -> Result<bool, Option<(Rule, String, String)>> {
        let word = ask.word();
        let (name, text) = condition.split_once(':').map_or((condition, None), |(name, text)| (name, Some(text)));
        if name.is_empty() {
            let message = format!("\"{word}\" does not name a switch here.");
            let help = format!("Type one like {word}=remote_learning or {word}=filtering:provider, several with commas between.");
            return Err(Some((Rule::Condition, message, help)));
        }
        match (self.values.get(name), text) {
            (Some(Switch::Flag(is_on)), None) => Ok(*is_on),
            (Some(Switch::Text(value)), Some(text)) if name != "kind" || ALL_KINDS.contains(&text) => {
                asked.add(name, text);
                Ok(value == text)
            }
            (Some(Switch::Text(_)), Some(text)) => {
                Err(Some((Rule::Condition, format!("\"{text}\" is not a kind of setting."), did_you_mean(text, ALL_KINDS))))
            }
            (Some(Switch::Flag(_)), Some(_)) => {
                let message = format!("The switch \"{name}\" is true or false, and has no text to compare.");
                Err(Some((Rule::Condition, message, format!("Type when={name}, or unless={name} for the opposite."))))
            }
            (Some(Switch::Text(value)), None) => {
                let message = format!("The switch \"{name}\" is neither true nor false: it has a text.");
                Err(Some((Rule::Condition, message, format!("Say which text is meant, like {word}={name}:{value}."))))
            }
            (Some(Switch::Unread), _) => Err(None),
            (None, _) => {
                let near = did_you_mean_in(name, &self.values);
                let help = format!("{near} A new one goes under [switches] in setting.toml.");
                Err(Some((Rule::UnknownSwitch, format!("\"{name}\" is not a switch of this setting."), help)))
            }
        }
    }

    /// Whether a whole file is absent, by `when` and `unless` in its front matter. The words for which it asks are added to `asked`.
    pub fn absence_of_file(
        &self,
        table: &mut Table<'_>,
        file: &SourceFile,
        asked: &mut AskedWords,
        found: &mut Vec<Finding>,
    ) -> Option<Absence> {
        let mut absence = None;
        for ask in Ask::ALL {
            let is_there = table.has(ask.word());
            let one = match table.raw_text(ask.word(), false, found) {
                Some(typed) => {
                    let judged = self.judge(ask, &run_of(&typed), file);
                    asked.extend(&judged.asked);
                    judged.complaints.into_iter().for_each(|complaint| table.report(complaint, found));
                    judged.absence
                }
                None if is_there => Some(Absence::Unread),
                None => None,
            };
            absence = absence.max(one);
        }
        absence
    }
}

/// A text of the front matter with its places: it stands after a quotation mark.
fn run_of(typed: &Spanned<String>) -> MappedText {
    let mut run = MappedText::default();
    run.push(&typed.value, typed.at + 1);
    run
}

#[cfg(test)]
mod tests {
    use super::{Ask, Judged, Switches};
    use crate::source::file::SourceFile;
    use crate::syntax::absence::Absence;
    use crate::syntax::mapped_text::MappedText;
    use crate::syntax::switch::Switch;

    fn asked(ask: Ask, typed: &str) -> (Option<Absence>, Vec<String>) {
        let mut switches = Switches::default();
        for (name, value) in [("kind", Switch::Text("school".to_owned())), ("filtering", Switch::Text("none".to_owned()))] {
            switches.values.insert(name.to_owned(), value);
        }
        switches.values.insert("remote_learning".to_owned(), Switch::Flag(true));
        switches.values.insert("video_calls".to_owned(), Switch::Flag(false));
        let file = SourceFile::new("a.md", "a.md", typed);
        let mut run = MappedText::default();
        run.push(typed, 0);
        let Judged { absence, complaints, .. } = switches.judge(ask, &run, &file);
        (absence, complaints.iter().map(|finding| format!("{} {}", finding.place, finding.rule)).collect())
    }

    #[test]
    fn all_conditions_must_hold() {
        let (here, absent) = ((None, vec![]), (Some(Absence::Condition), vec![]));
        for typed in ["remote_learning", "kind:school", "remote_learning,filtering:none"] {
            assert_eq!(asked(Ask::When, typed), here, "when={typed}");
            assert_eq!(asked(Ask::Unless, typed), absent, "unless={typed}");
        }
        for typed in ["video_calls", "filtering:provider", "video_calls, kind:charity"] {
            assert_eq!(asked(Ask::When, typed), absent, "when={typed}");
            assert_eq!(asked(Ask::Unless, typed), here, "unless={typed}");
        }
        for typed in ["remote_learning,video_calls", "kind:charity,filtering:none"] {
            assert_eq!((asked(Ask::When, typed), asked(Ask::Unless, typed)), (absent.clone(), absent.clone()), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_read_keeps_its_part_out_whichever_way_it_is_asked() {
        for (typed, complaint) in [
            ("", "a.md:1:1 condition"),
            ("remote_learning,,kind:school", "a.md:1:1 condition"),
            ("kind:scool", "a.md:1:1 condition"),
            ("kind", "a.md:1:1 condition"),
            ("remote_learning, video_calls:true", "a.md:1:18 condition"),
            ("video_calls, remote_lerning", "a.md:1:14 unknown-switch"),
        ] {
            for ask in Ask::ALL {
                assert_eq!(asked(ask, typed), (Some(Absence::Unread), vec![complaint.to_owned()]), "{ask:?} {typed}");
            }
        }
    }
}
