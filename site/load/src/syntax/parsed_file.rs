//! One Markdown file, parsed: first what stands between its +++ lines, then the rest. A file that the site does not have is read for
//! its ids alone: nobody has to mend what nobody sees.

use super::absence::Absence;
use super::ast::Block;
use super::audiences::known;
use super::clause_words;
use super::conditions;
use super::front::agreement::AgreementFront;
use super::front::approval;
use super::front::lesson::LessonFront;
use super::front::quiz::QuizFront;
use super::front_matter;
use super::markdown::Markdown;
use super::marks::{self, Taken};
use super::outline::{self, Id, Outline};
use super::switches::{Ask, AskedWords, Switches};
use super::table::{Table, Toml};
use crate::source::file::SourceFile;
use crate::source::section_number::number_and_slug;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Approval, Only, PageId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A Markdown file as typed. A clone shares the trees.
#[derive(Clone)]
pub struct ParsedFile {
    /// The file.
    pub file: SourceFile,
    /// Where its Markdown begins.
    pub body: usize,
    /// Its Markdown, with what does not hold in this setting; nothing where no file translates it.
    pub blocks: Arc<[Block]>,
    /// What holds of it, as a tree.
    pub outline: Arc<Outline>,
    /// What stands in a lesson for the adult, beneath a title of its own.
    pub adult: Option<Arc<Outline>>,
    /// Which page it becomes.
    pub id: PageId,
    /// For whom the whole file is.
    pub only: Only,
    /// A section's number.
    pub number: u32,
    /// Whether it is about what somebody may have to hide from whoever comes in.
    pub is_sensitive: bool,
    /// What stands between the +++ lines of a lesson.
    pub lesson: Option<LessonFront>,
    /// What stands between those of an agreement.
    pub agreement: Option<AgreementFront>,
    /// What stands between those of a quiz or a course.
    pub quiz: Option<QuizFront>,
    /// Who has approved it; a page and the glossary need nobody.
    pub approval: Approval,
    /// Why the site does not have it.
    pub absence: Option<Absence>,
    /// The words of switches for which it and its parts ask.
    pub asked: AskedWords,
}

/// What decides whether a file is on the site.
#[derive(Clone, Copy)]
pub struct Gate<'s> {
    /// The switches of the setting.
    pub switches: &'s Switches,
    /// Whether drafts are let through.
    pub drafts: bool,
    /// The sections that the setting goes without.
    pub left_out: &'s BTreeSet<String>,
    /// The files that some file translates, by their path.
    pub translated: &'s BTreeSet<&'s str>,
}

impl Gate<'_> {
    /// The same, for whoever has to know it later.
    pub fn to_owned(self) -> OwnGate {
        let translated = self.translated.iter().map(|path| (*path).to_owned()).collect();
        OwnGate { switches: self.switches.clone(), drafts: self.drafts, left_out: self.left_out.clone(), translated }
    }
}

/// What decided whether a file is on the site.
#[derive(Debug)]
pub struct OwnGate {
    switches: Switches,
    drafts: bool,
    left_out: BTreeSet<String>,
    translated: BTreeSet<String>,
}

impl OwnGate {
    /// Whether another decides alike.
    pub fn is(&self, gate: Gate<'_>) -> bool {
        self.switches == *gate.switches
            && self.drafts == gate.drafts
            && self.left_out == *gate.left_out
            && self.translated.iter().map(String::as_str).eq(gate.translated.iter().copied())
    }
}

/// Reads a file that becomes this page. Of a section that is left out nothing is wrong.
pub fn read(file: &SourceFile, id: PageId, gate: Gate<'_>, found: &mut Vec<Finding>) -> ParsedFile {
    match &id {
        PageId::Section(slug) if gate.left_out.contains(slug) => {
            ParsedFile { absence: Some(Absence::LeftOut), ..read_parsed(file, id, gate, None, &mut Vec::new()) }
        }
        _ => read_parsed(file, id, gate, None, found),
    }
}

/// Reads a file that becomes this page, whose Markdown may have been parsed already.
pub fn read_parsed(
    file: &SourceFile,
    id: PageId,
    gate: Gate<'_>,
    markdown: Option<Markdown>,
    found: &mut Vec<Finding>,
) -> ParsedFile {
    let what = match id {
        PageId::Section(_) => Some("section"),
        PageId::Lesson(_) => Some("lesson"),
        PageId::Agreement(_) => Some("agreement"),
        PageId::Quiz(_) => Some("quiz"),
        PageId::Induction(_) => Some("course"),
        // No Markdown file becomes a page of laws or of other policies.
        PageId::Fixed(_) | PageId::Glossary | PageId::Laws | PageId::OtherPolicies | PageId::Handbook(_) => None,
    };
    let mut is_sensitive = false;
    let (mut only, mut number, mut lesson, mut agreement, mut quiz) = (Only::Everyone, 0, None, None, None);
    let keys = |table: &mut Table<'_>, found: &mut Vec<Finding>| match id {
        PageId::Section(_) => {
            // The file's name gives the number where the front matter does not.
            let (counted, _) = number_and_slug(file.stem());
            let typed = table.number("number", counted.is_none(), found).map(|number| number.value);
            number = typed.or(counted).unwrap_or_default();
            only = only_for(table, found);
            is_sensitive = table.flag("sensitive", found).is_some_and(|flag| flag.value);
        }
        PageId::Lesson(_) => lesson = Some(LessonFront::read(table, found)),
        PageId::Agreement(_) => agreement = Some(AgreementFront::read(table, found)),
        PageId::Quiz(_) => quiz = Some(QuizFront::quiz(table, found)),
        PageId::Induction(_) => {
            let front = QuizFront::course(table, found);
            only = front.only.clone();
            quiz = Some(front);
        }
        PageId::Handbook(_) => number = number_and_slug(file.stem()).0.unwrap_or(u32::MAX),
        PageId::Fixed(_) => is_sensitive = table.flag("sensitive", found).is_some_and(|flag| flag.value),
        PageId::Glossary | PageId::Laws | PageId::OtherPolicies => {}
    };
    // A glossary is there in every setting; its terms can have conditions.
    let Opened { approval, absence, body, hides, mut asked } = open(file, what, id != PageId::Glossary, gate, found, keys);
    // Front matter that was meant to hide something and cannot be read hides it.
    if hides && only == Only::Everyone {
        only = Only::These(Vec::new());
    }
    let mut unheard = Vec::new();
    let found = if absence.is_none() { found } else { &mut unheard };
    let markdown = markdown.unwrap_or_else(|| Markdown::parse(file, body));
    let Blocks { blocks, is_hidden, asked: by_parts } = blocks(markdown, file, gate.switches, everybody(&id), found);
    asked.extend(&by_parts);
    // A translation is compared with the blocks of its original. Of other files they become the tree.
    let is_translated = gate.translated.contains(file.logical.as_str());
    let kept = if is_translated { blocks.clone() } else { Vec::new() };
    let (outline, adult) = trees(blocks, &id, body, file, found);
    let absence = absence.max(is_hidden.then_some(Absence::Unread));
    ParsedFile {
        file: file.clone(),
        body,
        blocks: kept.into(),
        outline: outline.into(),
        adult: adult.map(Arc::new),
        id,
        only,
        number,
        is_sensitive,
        lesson,
        agreement,
        quiz,
        approval,
        absence,
        asked,
    }
}

/// A file of questions. It becomes no page of its own.
pub struct Bank {
    /// Where its Markdown begins.
    pub body: usize,
    /// Its words.
    pub outline: Outline,
    /// Who has approved it.
    pub approval: Approval,
    /// Why the site does not have it.
    pub absence: Option<Absence>,
    /// The words of switches for which it and its parts ask.
    pub asked: AskedWords,
}

/// Reads a file of questions.
pub fn bank(file: &SourceFile, gate: Gate<'_>, found: &mut Vec<Finding>) -> Bank {
    let Opened { approval, absence, body, mut asked, .. } = open(file, Some("file of questions"), true, gate, found, |_, _| {});
    let mut unheard = Vec::new();
    let found = if absence.is_none() { found } else { &mut unheard };
    let markdown = Markdown::parse(file, body);
    let Blocks { blocks, is_hidden, asked: by_parts } = blocks(markdown, file, gate.switches, Some("Questions are"), found);
    asked.extend(&by_parts);
    let (blocks, absent) = conditions::without_absent(blocks);
    let absence = absence.max(is_hidden.then_some(Absence::Unread));
    let outline = Outline { absent, ..outline::build(blocks, body, file, found) };
    Bank { body, outline, approval, absence, asked }
}

/// What the front matter of a file says of the file itself.
struct Opened {
    approval: Approval,
    absence: Option<Absence>,
    /// Where the Markdown begins.
    body: usize,
    /// Whether it cannot be read and was meant to limit who sees the file.
    hides: bool,
    /// The words of switches for which the whole file asks.
    asked: AskedWords,
}

/// Reads the front matter. `what` is the file called that somebody has to approve; `keys` reads what only files of its kind have.
fn open(
    file: &SourceFile,
    what: Option<&str>,
    has_conditions: bool,
    gate: Gate<'_>,
    found: &mut Vec<Finding>,
    keys: impl FnOnce(&mut Table<'_>, &mut Vec<Finding>),
) -> Opened {
    let split = front_matter::split(file, found);
    let toml = Toml::read(file, split.toml.clone(), found);
    let mut table = toml.root();
    let mut asked = AskedWords::default();
    let mut absence = has_conditions.then(|| gate.switches.absence_of_file(&mut table, file, &mut asked, found)).flatten();
    keys(&mut table, found);
    let approval = match what {
        Some(_) => approval::read(&mut table, found),
        None => Approval::WithPolicy,
    };
    let may_limit = table.may_limit();
    let is_right = table.finish(found) && toml.is_sound && split.is_right;
    let front = file.text[split.toml].to_lowercase();
    if may_limit || !toml.is_sound && Ask::ALL.into_iter().any(|ask| front.contains(ask.word())) {
        absence = Some(Absence::Unread);
    }
    // Where something in the front matter is wrong, that is mended first: it may be what empties the file, and the approval may be what is
    // mistyped.
    if is_right && file.text[split.body..].trim().is_empty() {
        let message = if split.body == 0 { "This file is empty." } else { "Nothing stands in this file after its front matter." };
        found.push(file.error(
            split.body,
            Rule::Title,
            message,
            "Type a line like # The title, and the words beneath it, or take the file out.",
        ));
        absence = Some(Absence::Unread);
    }
    if let Some(what) = what
        && is_right
        && approval == Approval::Draft
        && absence.is_none()
        && !gate.drafts
    {
        found.push(approval::left_out(what, file));
        absence = Some(Absence::Draft);
    }
    Opened { approval, absence, body: split.body, hides: !toml.is_sound && front.contains("only"), asked }
}

/// The blocks of a file with their marks.
pub struct Blocks {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Whether something in the file may have been meant to hide all of it.
    pub is_hidden: bool,
    /// The words of switches for which the parts ask.
    pub asked: AskedWords,
}

/// Puts the marks on the blocks. `everybody` says of what is for everybody who sees it that it is; in it a part for some readers only has no
/// place, and is shown to no one.
pub fn blocks(
    markdown: Markdown,
    file: &SourceFile,
    switches: &Switches,
    everybody: Option<&str>,
    found: &mut Vec<Finding>,
) -> Blocks {
    let Markdown { from, mut blocks, complaints } = markdown;
    found.extend(complaints);
    let Taken { is_hidden, asked } = marks::take_all(&mut blocks, from, switches, file, found);
    if let Some(what) = everybody {
        marks::expect_no_limits(&mut blocks, what, file, found);
    }
    Blocks { blocks, is_hidden, asked }
}

/// What is for everybody who sees the page, if this page is.
pub fn everybody(id: &PageId) -> Option<&'static str> {
    match id {
        PageId::Glossary => Some("The glossary is"),
        PageId::Lesson(_) => Some("A lesson is"),
        PageId::Agreement(_) => Some("An agreement is"),
        PageId::Quiz(_) => Some("A quiz is"),
        PageId::Section(_)
        | PageId::Fixed(_)
        | PageId::Laws
        | PageId::OtherPolicies
        | PageId::Handbook(_)
        | PageId::Induction(_) => None,
    }
}

/// The trees of a file, without what its setting does not have: its own, and that of a lesson's part for the adult.
pub fn trees(
    blocks: Vec<Block>,
    id: &PageId,
    body: usize,
    file: &SourceFile,
    found: &mut Vec<Finding>,
) -> (Outline, Option<Outline>) {
    let varying = clause_words::varying(&blocks);
    let (mut blocks, absent) = conditions::without_absent(blocks);
    let adult = matches!(id, PageId::Lesson(_)).then(|| outline::cut_off_adult(&mut blocks)).filter(|part| !part.is_empty());
    let outline = Outline { absent: absent.clone(), varying, ..outline::build(blocks, body, file, found) };
    let adult = adult.map(|part| Outline { absent, ..outline::build(part, body, file, found) });
    (outline, adult)
}

impl ParsedFile {
    /// The places in this file. Those inside a moment of a lesson are no places: the player shows one moment at a time. Nor are the paths of
    /// a promise.
    pub fn ids(&self) -> Vec<Id<'_>> {
        match self.id {
            PageId::Lesson(_) | PageId::Agreement(_) => {
                let moments = self.outline.parts.iter();
                moments.map(|part| Id { id: &part.id, at: part.at, only: Only::Everyone, is_clause: false }).collect()
            }
            // The questions of a quiz are asked one after another.
            PageId::Quiz(_) => Vec::new(),
            _ => self.outline.ids(&self.only),
        }
    }
}

/// `only_for` of a section. What cannot be read is shown to no one.
fn only_for(table: &mut Table<'_>, found: &mut Vec<Finding>) -> Only {
    let is_typed = table.has("only_for");
    // It is asked for in any case, so that it is among the keys that an unknown one is compared with.
    let typed = table.texts("only_for", false, found).unwrap_or_default();
    if !is_typed {
        return Only::Everyone;
    }
    if table.is_empty_list("only_for") {
        let message = "\"only_for\" names nobody, so no one is shown this section.";
        let help = "Name an audience, like only_for = [\"staff\"].";
        table.error(table.place_at("only_for"), Rule::BadValue, message, help, found);
    }
    let audiences = known(&typed, table, found);
    Only::These(if audiences.len() == typed.len() { audiences } else { Vec::new() })
}
