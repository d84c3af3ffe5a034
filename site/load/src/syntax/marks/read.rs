//! One mark: what stands between `{` and `}`, attribute by attribute.

use super::attributes::{self, Shape, Value};
use super::braces::looks_like_mark;
use crate::source::file::SourceFile;
use crate::syntax::absence::Absence;
use crate::syntax::audiences::unknown_audience;
use crate::syntax::mapped_text::MappedText;
use crate::syntax::mark::{Class, IdKey, Mark, Pair, is_id};
use crate::syntax::spans;
use crate::syntax::switches::{Ask, AskedWords, Judged, Switches};
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Audience, Only};

const SHAPE: &str = "Type it like {#dsl-6 .staff}, at the end: one id of small letters, figures and hyphens, then who it is for.";

/// The words of a mark by which a part is kept from readers or from a setting.
pub const LIMITS: [&str; 3] = ["only", "when", "unless"];

/// A mark, and what it says that is kept elsewhere.
pub struct ReadMark {
    /// The mark.
    pub mark: Mark,
    /// `lang=`: the language of its words. With nothing beside it, spans.rs has read it already.
    pub language: Option<String>,
    /// The words of switches for which its conditions ask.
    pub asked: AskedWords,
}

/// Reads a run that begins with the `{` of a mark.
pub fn read(typed: &MappedText, switches: &Switches, file: &SourceFile, found: &mut Vec<Finding>) -> ReadMark {
    let mut reader = Reader {
        switches,
        file,
        found,
        mark: Mark { at: typed.at(0), ..Mark::default() },
        has_asked: [false; 2],
        may_limit: false,
        language: None,
        asked: AskedWords::default(),
    };
    let end = typed.text.find('}');
    let inside = typed.slice(1..end.unwrap_or(typed.text.len()).max(1));
    match end.map(|end| typed.slice(end + 1..typed.text.len()).trimmed()) {
        None => reader.malformed(typed.at(0), "This mark has no } at its end."),
        Some(rest) if rest.text.is_empty() => {}
        Some(rest) if looks_like_mark(&rest).is_some() => {
            reader.malformed(rest.at(0), "A second mark stands here, and a part can have only one.");
        }
        Some(rest) => reader.malformed(rest.at(0), "Words stand after the mark."),
    }
    if inside.text.trim().is_empty() {
        reader.may_limit = true;
        reader.malformed(typed.at(0), "This mark is empty, so this part is shown to no one.");
    }
    reader.read_attributes(&inside);
    let Reader { mut mark, may_limit, language, asked, .. } = reader;
    // A mark that may have been meant to hide something and cannot be read hides it from everyone.
    if mark.is_broken && (may_limit || names_a_limit(&typed.text)) {
        mark.hide();
    }
    ReadMark { mark, language, asked }
}

/// Whether a mark that stands where it does nothing may have been meant to limit who sees something.
pub fn may_limit(typed: &str) -> bool {
    let inside = typed[1..].split('}').next().unwrap_or_default();
    names_a_limit(typed) || inside.contains(['=', ':']) || inside.trim().is_empty()
}

fn names_a_limit(typed: &str) -> bool {
    let typed = typed.to_lowercase();
    LIMITS.into_iter().any(|word| typed.contains(word))
}

struct Reader<'a> {
    switches: &'a Switches,
    file: &'a SourceFile,
    found: &'a mut Vec<Finding>,
    mark: Mark,
    /// Whether it had a condition of each kind.
    has_asked: [bool; 2],
    /// Whether something in it that could not be read may have been meant to limit who sees the part.
    may_limit: bool,
    /// The language of its words.
    language: Option<String>,
    /// The words of switches for which its conditions ask.
    asked: AskedWords,
}

impl Reader<'_> {
    fn malformed(&mut self, at: usize, message: impl Into<String>) {
        self.mark.is_broken = true;
        self.found.push(self.file.error(at, Rule::MalformedMark, message, SHAPE));
    }

    fn read_attributes(&mut self, inside: &MappedText) {
        for attribute in attributes::all(inside) {
            let at = attribute.at;
            match attribute.shape {
                Shape::Id(id) => self.read_id(id, at),
                Shape::Class("in-short") => self.read_class(Class::InShort),
                Shape::Class("critical") => self.read_class(Class::Critical),
                Shape::Class(audience) => self.read_audience(audience, at),
                Shape::Pair("clauses", value) => self.read_ids(IdKey::Clauses, &value, at),
                Shape::Pair("promises", value) => self.read_ids(IdKey::Promises, &value, at),
                Shape::Pair("for", value) => self.read_ids(IdKey::Courses, &value, at),
                Shape::Pair("only", value) => self.read_only(value.text(), at),
                Shape::Pair("when", value) => self.read_condition(Ask::When, &value.typed, at),
                Shape::Pair("unless", value) => self.read_condition(Ask::Unless, &value.typed, at),
                Shape::Pair("lang", value) => self.language = spans::known(value.text(), at, self.file, self.found),
                Shape::Pair("ref", value) => self.read_reference(value.text(), at),
                Shape::Pair(..) | Shape::Word if attribute.is_cut_off => {
                    self.may_limit = true;
                    let message = format!("White space stands beside the = after \"{}\" in this mark.", attribute.typed);
                    self.malformed(at, message);
                    // What follows is one mistake with it.
                    break;
                }
                Shape::Pair(..) | Shape::Word => self.read_unknown(attribute.typed, at),
            }
        }
    }

    fn read_unknown(&mut self, typed: &str, at: usize) {
        if Audience::from_id(typed).is_some() {
            self.malformed(at, format!("\"{typed}\" in this mark has no dot before it."));
        } else {
            self.may_limit |= typed.contains(['=', ':']);
            self.malformed(at, format!("\"{typed}\" is not part of a mark."));
        }
    }

    fn read_id(&mut self, id: &str, at: usize) {
        if !is_id(id) {
            self.malformed(at, format!("\"{id}\" cannot be an id."));
        } else if self.mark.attributes.id.is_some() {
            self.malformed(at, "This mark has two ids.");
        } else {
            self.mark.attributes.id = Some(id.to_owned());
        }
    }

    /// A class that may stand twice, which says no more than once.
    fn read_class(&mut self, class: Class) {
        let classes = &mut self.mark.attributes.classes;
        if !classes.contains(&class) {
            classes.push(class);
        }
    }

    fn read_audience(&mut self, id: &str, at: usize) {
        match Audience::from_id(id) {
            Some(audience) if self.mark.attributes.audiences().any(|other| other == audience) => {
                self.malformed(at, format!("\".{id}\" stands twice in this mark."));
            }
            Some(audience) => self.mark.attributes.classes.push(Class::Audience(audience)),
            None => self.unknown_audience(id, at),
        }
    }

    fn read_only(&mut self, ids: &str, at: usize) {
        let read: Vec<_> = ids.split(',').map(str::trim).map(|id| (id, Audience::from_id(id))).collect();
        for (id, audience) in &read {
            match audience {
                None => self.unknown_audience(id, at),
                Some(Audience::Everyone) => self.malformed(at, "\"only=everyone\" hides the part from no one."),
                Some(_) => {}
            }
        }
        if self.mark.only != Only::Everyone {
            self.malformed(at, "This mark has \"only=\" twice; several audiences are written only=staff,dsl.");
        }
        let all: Option<Vec<Audience>> = read.into_iter().map(|(_, audience)| audience).collect();
        self.mark.only = Only::These(all.unwrap_or_default());
    }

    fn read_condition(&mut self, ask: Ask, typed: &MappedText, at: usize) {
        let word = ask.word();
        if std::mem::replace(&mut self.has_asked[ask as usize], true) {
            self.malformed(at, format!("This mark has \"{word}=\" twice; several conditions are written {word}=one,other."));
        } else if typed.text.is_empty() {
            self.malformed(at, format!("\"{word}=\" has no switch after it."));
        } else {
            let Judged { absence, asked, complaints } = self.switches.judge(ask, typed, self.file);
            self.asked.extend(&asked);
            self.found.extend(complaints);
            self.mark.is_broken |= absence == Some(Absence::Unread);
            self.mark.absence = self.mark.absence.max(absence);
        }
    }

    fn read_reference(&mut self, reference: &str, at: usize) {
        if reference.is_empty() {
            self.malformed(at, "\"ref=\" has no number after it.");
        } else if reference.contains('=') {
            self.may_limit = true;
            self.malformed(at, format!("\"{reference}\" after \"ref=\" is no number."));
        } else {
            // Of two the last counts.
            let pairs = &mut self.mark.attributes.pairs;
            pairs.retain(|pair| !matches!(pair, Pair::Reference(_)));
            pairs.push(Pair::Reference(reference.to_owned()));
        }
    }

    fn read_ids(&mut self, of: IdKey, typed: &Value, at: usize) {
        let key = of.word();
        let mut read = Vec::new();
        let mut offset = at + typed.from;
        for id in typed.text().split(',') {
            if is_id(id) {
                read.push((id.to_owned(), offset));
            } else {
                let message = format!("\"{id}\" after \"{key}=\" cannot be an id; several are written {key}=one,other.");
                self.malformed(offset, message);
            }
            offset += id.len() + 1;
        }
        match self.mark.attributes.ids(of) {
            [] if read.is_empty() => {}
            [] => self.mark.attributes.pairs.push(Pair::Ids(of, read)),
            _ => self.malformed(at, format!("This mark has \"{key}=\" twice; several are written {key}=one,other.")),
        }
    }

    fn unknown_audience(&mut self, id: &str, at: usize) {
        self.mark.is_broken = true;
        self.found.push(unknown_audience(id, at, self.file));
    }
}
