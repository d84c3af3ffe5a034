//! The setting in other languages: every `name.LANG.md` in the place of its original, with the original's addresses, clauses and
//! limits. A translation says of itself which words it translates (`translates`), so that nobody takes an old one for new.
//!
//! 1. [`short_texts`] reads what setting.LANG.toml and links.LANG.toml hold.
//! 2. [`align`] gives a translation the marks of its original, and [`shape`] tells whether the two have the same pieces.

mod align;
mod shape;
mod short_texts;

use super::lesson;
use crate::lesson::agreement;
use crate::lesson::lexicon::Lexicon;
use crate::lesson::practice::{Known, Practised};
use crate::policy::glossary::{Glossary, put_in_order};
use crate::policy::{document, in_short};
use crate::resolve::context::Resolver;
use crate::resolve::library::Library;
use crate::resolve::named_policies;
use crate::setting::strings_file;
use crate::source::content_files::{ContentFiles, TranslationFiles, is_own};
use crate::source::file::SourceFile;
use crate::syntax::front::lesson::LessonFront;
use crate::syntax::front_matter;
use crate::syntax::markdown::Markdown;
use crate::syntax::outline::{Part, has_adult, without_adult};
use crate::syntax::parsed_file::{self, Blocks, ParsedFile};
use crate::syntax::switches::{AskedWords, Switches};
use crate::syntax::table::Toml;
use align::{Difference, Unsure};
use fingerpost_model::carried::Symbol;
use fingerpost_model::finding::{Finding, Severity, did_you_mean};
use fingerpost_model::fingerprint;
use fingerpost_model::language::is_right_to_left;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::walk::walk_document;
use fingerpost_model::{Age, Block, Clause, Document, LessonPage, PageId, Part as DocumentPart, Setting, Term, Translation};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a translation is made from.
pub struct Originals<'a> {
    /// The setting in its own language.
    pub setting: &'a Setting,
    /// Its files, as typed.
    pub files: &'a [ParsedFile],
    /// Those that the site does not have.
    pub absent: &'a [ParsedFile],
    /// What they may name.
    pub library: &'a Library<'a>,
    /// What parts depend on.
    pub switches: &'a Switches,
    /// The keys of `[site]` in strings.toml.
    pub words: &'static [&'static str],
}

/// The setting in every language that it has files of. The words of switches for which these ask are added to `asked`.
pub fn read_all(
    content_files: &ContentFiles,
    originals: &Originals<'_>,
    asked: &mut AskedWords,
    found: &mut Vec<Finding>,
) -> Vec<Translation> {
    let languages = content_files.languages.iter();
    languages
        .filter_map(|(language, translation_files)| read(language, translation_files, content_files, originals, asked, found))
        .collect()
}

fn read(
    language: &str,
    translation_files: &TranslationFiles,
    content_files: &ContentFiles,
    originals: &Originals<'_>,
    asked: &mut AskedWords,
    found: &mut Vec<Finding>,
) -> Option<Translation> {
    let any = translation_files.any()?;
    if language == originals.setting.language.to_lowercase() {
        let message = format!("\"{language}\" is the setting's own language.");
        let help = "Take it out of the file's name, or correct \"language\" in setting.toml.";
        found.push(any.error(0, Rule::TranslationLanguage, message, help));
        return None;
    }
    if translation_files.strings.is_empty() {
        found.push(missing("strings", language, any, "Copy strings.toml, and translate every text in it."));
        return None;
    }
    let mut setting = Setting { language: language.to_owned(), ..originals.setting.clone() };
    let strings = strings_file::read(&translation_files.strings, originals.words, found);
    (setting.words, setting.player_strings) = (strings.words, strings.player);
    (setting.pages_strings, setting.journey_strings, setting.quiz_strings) = (strings.pages, strings.journey, strings.quiz);
    let translated = match &translation_files.setting {
        Some(file) => short_texts::setting(file, &mut setting, found),
        None => {
            // Words on buttons alone make no page.
            if !translation_files.documents.is_empty() || !translation_files.links.is_empty() {
                let help = "Write one with [policy], and beneath it title = \"...\" and approved_by = \"...\".";
                found.push(missing("setting", language, any, help));
            }
            Vec::new()
        }
    };
    translation_files.links.iter().rev().for_each(|file| short_texts::links(file, &mut setting, found));
    let mut names = short_texts::names(&setting, translated, &originals.library.names, translation_files.setting.as_ref(), found);
    if is_right_to_left(language) {
        names.keep_numbers_in_order();
    }
    let mut library = Library { names, ..originals.library.clone() };
    for file in &translation_files.documents {
        // A link to the translation of a file leads to the same page as one to the file.
        if let Some(page) = library.pages.get(&file.logical).cloned() {
            let stem = file.logical.trim_end_matches(".md");
            library.pages.insert(format!("{stem}.{language}.md"), page);
        }
    }
    let mut resolver = Resolver::new(&library, found);
    let mut translation = Translation { language: language.to_owned(), setting, pages: BTreeMap::new() };
    // A lesson can be made of an agreement's words.
    let (agreements, others): (Vec<_>, Vec<_>) =
        translation_files.documents.iter().partition(|file| file.logical.starts_with("agreements/"));
    for file in agreements.into_iter().chain(others) {
        let mut with_its_name = originals.files.iter().filter(|original| original.file.logical == file.logical);
        // Of two glossaries it translates the one beside it.
        let beside = with_its_name.clone().find(|original| is_own(&original.file) == is_own(file));
        if let Some(original) = beside.or_else(|| with_its_name.next()) {
            Translator { file, original, originals }.translate(&mut translation, asked, &mut resolver);
        } else if !is_left_out(file, content_files, originals) {
            let message = format!("There is no {} that this file could translate.", file.logical);
            let help = did_you_mean(&file.logical, originals.files.iter().map(|original| original.file.logical.as_str()));
            let help = if help.starts_with("Did") {
                help
            } else {
                "Give it the name of its original, with the language before .md.".to_owned()
            };
            resolver.found.push(file.error(0, Rule::TranslationOriginal, message, help));
        }
    }
    named_policies::report_without_page(&resolver.named_policies, &originals.setting.policies, resolver.found);
    Some(translation)
}

fn missing(name: &str, language: &str, because: &SourceFile, help: &str) -> Finding {
    let file = format!("{name}.{language}.toml");
    let message = format!("This file is missing, and {} is in its language.", because.shown);
    Finding::error(Place::start_of(&Arc::from(file)), Rule::MissingFile, message, help)
}

/// Whether the original is there and this setting does without it.
fn is_left_out(file: &SourceFile, content_files: &ContentFiles, originals: &Originals<'_>) -> bool {
    originals.absent.iter().any(|absent| absent.file.logical == file.logical)
        || content_files.lessons.iter().chain(&content_files.agreements).any(|other| other.logical == file.logical)
}

/// The words that a translation translates, as the first figures of their SHA-256: what stands after the front matter, and of a lesson
/// its aim. A new number or day between the +++ lines makes no translation old.
fn fingerprint(original: &ParsedFile) -> String {
    fingerprint::of(&[original.lesson.as_ref().map_or("", |front| front.aim()), &original.file.text[original.body..]])
}

/// What one file is translated with.
struct Translator<'a> {
    file: &'a SourceFile,
    original: &'a ParsedFile,
    originals: &'a Originals<'a>,
}

impl Translator<'_> {
    /// Puts what the file says in the place of what its original says.
    fn translate(&self, translation: &mut Translation, asked: &mut AskedWords, resolver: &mut Resolver<'_>) {
        let found = &mut *resolver.found;
        let split = front_matter::split(self.file, found);
        let toml = Toml::read(self.file, split.toml, found);
        let mut table = toml.root();
        let translates = table.raw_text("translates", false, found).map(|text| (text.value, text.at));
        let lesson = self.original.lesson.as_ref().map(|_| LessonFront::translated(&mut table, found));
        let agreement = self.original.agreement.clone();
        table.finish(found);
        let age = self.age(translates.as_ref(), &translation.language, found);
        let everybody = parsed_file::everybody(&self.original.id);
        let Blocks { mut blocks, is_hidden, asked: by_parts } =
            parsed_file::blocks(Markdown::parse(self.file, split.body), self.file, self.originals.switches, everybody, found);
        asked.extend(&by_parts);
        if is_hidden || !self.align(&mut blocks, age, found) {
            return;
        }
        let (outline, adult) = parsed_file::trees(blocks, &self.original.id, split.body, self.file, found);
        let typed = ParsedFile {
            file: self.file.clone(),
            body: split.body,
            blocks: Arc::default(),
            outline: outline.into(),
            adult: adult.map(Arc::new),
            id: self.original.id.clone(),
            only: self.original.only.clone(),
            number: self.original.number,
            is_sensitive: self.original.is_sensitive,
            lesson,
            agreement,
            quiz: None,
            approval: self.original.approval.clone(),
            absence: None,
            asked: AskedWords::default(),
        };
        if !self.put(&typed, translation, resolver) {
            return;
        }
        let oldest = translation.pages.get(&typed.id).map_or(age, |other| age.max(*other));
        translation.pages.insert(typed.id, oldest);
    }

    /// Whether the file translates the words that its original has now.
    fn age(&self, translates: Option<&(String, usize)>, language: &str, found: &mut Vec<Finding>) -> Age {
        let now = fingerprint(self.original);
        let (message, at) = match translates {
            Some((typed, _)) if *typed == now => return Age::Current,
            Some((_, at)) => (format!("{} has changed since it was translated.", self.original.file.shown), *at),
            None => (format!("This file does not say which words of {} it translates.", self.original.file.shown), 0),
        };
        let help = format!(
            "Compare the two, then type translates = \"{now}\" between the +++ lines here. Until then the page in \"{language}\" says that \
             its original is newer."
        );
        found.push(self.file.warning(at, Rule::TranslationOlder, message, help));
        Age::Older
    }

    /// Gives the blocks the marks of the original's. False if it is not certain what translates what.
    fn align(&self, blocks: &mut [crate::syntax::ast::Block], age: Age, found: &mut Vec<Finding>) -> bool {
        let mut made = BTreeMap::new();
        let outlines = std::iter::once(&self.original.outline).chain(&self.original.adult);
        outlines.for_each(|outline| made_ids(&outline.parts, &mut made));
        // What is for the adult is shown as the original has it until somebody translates it.
        let is_left_to_original = self.original.adult.is_some() && !has_adult(blocks);
        let originals = &self.original.blocks[..];
        let originals = if is_left_to_original { without_adult(originals) } else { originals };
        let Difference { missing, extra, unsure } = align::align(blocks, originals, &made, age == Age::Older);
        // Once the original has changed, it is no mistake that the translation differs: the page says that it is old.
        let severity = if age == Age::Current { Severity::Error } else { Severity::Warning };
        let mut report = |at: usize, rule: Rule, message: String, help: &str| {
            let mut finding = self.file.error(at, rule, message, help);
            finding.severity = severity;
            found.push(finding);
        };
        for (id, at) in extra {
            let message = format!("The original has no \"{id}\", so this part is shown to no one.");
            report(at, Rule::TranslationId, message, "Copy the id from the original, or take the part out.");
        }
        if let Some((unsure, at)) = unsure {
            let (message, help) = match unsure {
                Unsure::Headings => (
                    "does not have the headings of its original",
                    "Give it the same headings in the same order, or the #id of each.",
                ),
                Unsure::Pieces => (
                    "does not have the paragraphs, lists and items of its original in their order, some of which are for some readers only",
                    "Give it the same from here on, each limited item with its own id or mark.",
                ),
                Unsure::Marks => (
                    "does not have the marks of its original",
                    "Where an item of the original has a mark without an id, such as {only=staff}, give its translation the same.",
                ),
            };
            let message = format!("This file {message}, so the site shows the original only.");
            report(at, Rule::TranslationShape, message, help);
            return false;
        }
        if !missing.is_empty() {
            let message = format!("The original has parts that are not translated here: {}.", missing.join(", "));
            report(0, Rule::TranslationId, message, "Translate them, each with its #id.");
        }
        true
    }

    /// Whether it did, and not left the original's words where they are.
    fn put(&self, typed: &ParsedFile, translation: &mut Translation, resolver: &mut Resolver<'_>) -> bool {
        let setting = &mut translation.setting;
        // The words of the symbol list are English; the same letters may mean something else here.
        let no_symbols: [Symbol; 0] = [];
        let lexicon = Lexicon::new(&no_symbols);
        match &typed.id {
            PageId::Section(slug) => {
                let Some(section) = setting.sections.iter_mut().find(|section| section.slug == *slug) else { return false };
                let section = Arc::make_mut(section);
                let mut document = document::of(typed, Some(section.number), resolver);
                settle(&mut document, &section.document);
                section.document = document;
                section.in_short = in_short::read(typed, resolver);
            }
            PageId::Fixed(name) => {
                setting.pages.insert(*name, document::of(typed, None, resolver));
            }
            PageId::Glossary => {
                let mut terms = Glossary::default();
                terms.add(&typed.outline, &BTreeSet::new(), &mut resolver.context(&typed.file));
                for term in terms.finish(&translation.language) {
                    // A shared term in whose place the setting has its own stays the setting's.
                    let is_its = |original: &&mut Term| original.id == term.id && original.place.file == self.original.file.shown;
                    if let Some(original) = setting.glossary.iter_mut().find(is_its) {
                        *original = term;
                    }
                }
                put_in_order(&mut setting.glossary, &translation.language);
            }
            PageId::Lesson(id) => {
                let original = setting.lessons.iter_mut().find(|page| page.lesson.id == *id);
                let (Some(original), Some(front)) = (original, &typed.lesson) else { return false };
                let agreement = original.agreement.as_ref();
                if let Some(id) = agreement.filter(|id| !translation.pages.contains_key(&PageId::Agreement((*id).clone()))) {
                    let message =
                        format!("This lesson makes the promises of agreements/{id}.md, so the site shows the original only.");
                    let help = format!("Translate agreements/{id}.md too, so that its promises are in this language.");
                    resolver.found.push(self.file.error(0, Rule::TranslationAgreement, message, help));
                    return false;
                }
                let nothing_absent = BTreeMap::new();
                let known = setting.agreements.iter().find(|other| Some(&other.id) == agreement);
                let known = known.map(|agreement| Known { agreement, absent: &nothing_absent });
                let practised = known.as_ref().map_or(Practised::Nothing, Practised::Agreement);
                let context = &mut resolver.context(&typed.file);
                let page = lesson::read_practising(&practised, typed, front, &lexicon, context);
                let adult = if page.adult.is_empty() { original.adult.clone() } else { page.adult };
                let (clauses, worksheet) = (original.clauses.clone(), original.worksheet.clone());
                *original = LessonPage { clauses, worksheet, adult, ..page };
            }
            PageId::Agreement(id) => {
                let original = setting.agreements.iter_mut().find(|agreement| agreement.id == *id);
                let (Some(original), Some(front)) = (original, &typed.agreement) else { return false };
                let context = &mut resolver.context(&typed.file);
                let Some(mut agreement) = agreement::read(typed, front.audience, &lexicon, context) else { return false };
                for (promise, original) in agreement.promises.iter_mut().zip(&original.promises) {
                    promise.clauses.clone_from(&original.clauses);
                }
                *original = agreement;
            }
            // These are in the original's language only.
            PageId::Laws | PageId::OtherPolicies | PageId::Quiz(_) | PageId::Induction(_) | PageId::Handbook(_) => {}
        }
        true
    }
}

/// The addresses of the headings, by the places of these.
fn made_ids(parts: &[Part], made: &mut BTreeMap<usize, String>) {
    for part in parts {
        made.insert(part.at, part.id.clone());
        made_ids(&part.parts, made);
    }
}

/// Gives the clauses of a translation their originals' numbers and strengths: the words by which these are told are English.
fn settle(document: &mut Document, original: &Document) {
    let mut clauses: BTreeMap<String, Clause> = BTreeMap::new();
    walk_document(original, &mut |found| {
        clauses.extend(found.clause().map(|clause| (clause.id.clone(), clause.clone())));
    });
    each_clause(document, &mut |clause| {
        if let Some(original) = clauses.get(&clause.id) {
            *clause = Clause { place: clause.place.clone(), ..original.clone() };
        }
    });
}

fn each_clause(document: &mut Document, each: &mut dyn FnMut(&mut Clause)) {
    in_blocks(&mut document.blocks, each);
    in_parts(&mut document.parts, each);
}

fn in_parts(parts: &mut [DocumentPart], each: &mut dyn FnMut(&mut Clause)) {
    for part in parts {
        part.clause.iter_mut().for_each(&mut *each);
        in_blocks(&mut part.blocks, each);
        in_parts(&mut part.parts, each);
    }
}

fn in_blocks(blocks: &mut [Block], each: &mut dyn FnMut(&mut Clause)) {
    for block in blocks {
        match block {
            Block::List { items, .. } => {
                for item in items {
                    item.clause.iter_mut().for_each(&mut *each);
                    in_blocks(&mut item.blocks, each);
                }
            }
            Block::Quote(inner) => in_blocks(inner, each),
            Block::Paragraph(_) | Block::Code(_) | Block::Example(_) | Block::Table(_) | Block::Rule => {}
        }
    }
}
