//! A small setting for the tests of the pages: the files in `sample/`, loaded, with a lesson and what the loader lets nobody write.

use super::pieces::{MARKUP, place, text};
use super::{lesson, questions};
use fingerpost_load::{Carried, Options, Sources};
use fingerpost_model::rules::Rule;
use fingerpost_model::{Block, Inline, PageId, Setting, Target, words};
use std::sync::Arc;

/// Words that only staff may read. They must be in one file and in no other.
pub const STAFF_ONLY: [&str; 4] = ["canary-item", "canary-part", "canary-section", "canary-page"];

/// The files of the sample, by their paths in the setting's folder.
macro_rules! files {
    ($($path:literal)+) => { [$(($path, include_str!(concat!("sample/", $path)))),+] };
}

const FILES: [(&str, &str); 16] = files![
    "setting.toml" "links.toml" "law.toml" "policies.toml" "changes.toml" "glossary.md"
    "policy/05-dsl.md" "policy/08-children.md" "policy/09-parents.md" "policy/10-handling.md"
    "pages/home.md" "pages/get-help.md" "pages/contacts.md" "pages/accessibility.md" "pages/privacy.md" "pages/not-found.md"
];

/// The sample.
pub fn setting() -> Setting {
    let mut sources = Sources::default();
    let strings = ("strings.toml", include_str!("../../../../tests/cases/strings.toml"));
    sources.files.extend(FILES.into_iter().chain([strings]).map(|(path, text)| (path.to_owned(), text.to_owned())));
    let carried = Carried { symbols: super::carried::CARRIED.symbols, words: words::KEYS };
    let loaded = fingerpost_load::load(&sources, carried, Options::default().with_drafts(true));
    let found: Vec<Rule> = loaded.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(
        found,
        [Rule::UnknownAudience],
        "one clause is for nobody, because its mark cannot be read: {:#?}",
        loaded.findings
    );
    let mut setting = loaded.setting.expect("a setting without its own facts is found above");
    write_what_is_refused(&mut setting);
    setting.agreements = lesson::agreements();
    setting.lessons = vec![lesson::lesson()];
    setting.quizzes = questions::quizzes();
    setting.inductions = questions::inductions();
    setting
}

/// Links that lead nowhere or to what not everybody sees, a place with an id beside its clause's, and words that a parser has cut: the pages
/// have to stand them whatever the loader does.
fn write_what_is_refused(setting: &mut Setting) {
    let page = |page, id: &str| Target::Page { page, fragment: Some(id.into()) };
    let link = |to, words: &str| Inline::Link { to, content: text(words) };
    let [_, children, parents, _] = setting.sections.as_mut_slice() else { panic!("the sample has four sections") };
    let [children, parents] = [children, parents].map(Arc::make_mut);
    let Block::Paragraph(opening) = &mut children.document.blocks[0] else { panic!("a section opens with words") };
    opening.extend([
        link(page(PageId::Laws, "no-such-law"), "no-such-law"),
        Inline::Text(" and ".into()),
        link(page(PageId::Section("dsl".into()), "dsl-9"), "what staff know"),
        link(Target::Address("javascript:alert(1)".into()), "a script"),
    ]);
    let [_, Block::Table(table), Block::Quote(quote)] = parents.document.parts[0].blocks.as_mut_slice() else {
        panic!("parents have a list, a table and a quotation")
    };
    table.about = MARKUP.into();
    let Block::Paragraph(words) = &mut quote[0] else { panic!("a quotation holds words") };
    words.splice(1..2, [Inline::Text(" and a ".into()), Inline::Text("filter.".into())]);
    parents.document.parts[1].id = "phones".into();
    setting.changes[0].clauses.push(("no-such-clause".into(), place()));
}
