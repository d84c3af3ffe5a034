//! Which places the public pages have, and the words of every public clause: so that no link leads to a part that a reader may
//! not see, and no page shows its words.

use crate::view::View;
use fingerpost_model::walk::{Found, walk_document};
use fingerpost_model::{Clause, Document, Inline, PageName};
use std::collections::{BTreeMap, BTreeSet};

/// A clause and where its page is.
#[derive(Debug)]
pub struct ClauseAt {
    /// The section's address.
    pub slug: String,
    /// The clause's number.
    pub reference: String,
    /// Its words.
    pub words: Vec<Inline>,
}

/// The places of the public pages.
#[derive(Debug, Default)]
pub struct Anchors {
    /// The ids in each section of the policy.
    pub sections: BTreeMap<String, BTreeSet<String>>,
    /// The ids in each fixed page.
    pub fixed: BTreeMap<PageName, BTreeSet<String>>,
    /// The ids in each page of a handbook.
    pub handbook: BTreeMap<String, BTreeSet<String>>,
    /// The ids in the glossary.
    pub terms: BTreeSet<String>,
    /// The laws and guidance.
    pub laws: BTreeSet<String>,
    /// The other policies.
    pub policies: BTreeSet<String>,
    /// The lessons.
    pub lessons: BTreeSet<String>,
    /// The ids in each agreement.
    pub agreements: BTreeMap<String, BTreeSet<String>>,
    /// The quizzes.
    pub quizzes: BTreeSet<String>,
    /// Every clause, by id.
    pub clauses: BTreeMap<String, ClauseAt>,
}

impl Anchors {
    /// The places of what everybody may see.
    pub fn of(public: &View) -> Anchors {
        let mut anchors = Anchors {
            terms: public.glossary().iter().map(|term| term.id.clone()).collect(),
            laws: public.laws().iter().map(|law| law.id.clone()).collect(),
            policies: public.policies().iter().map(|policy| policy.id.clone()).collect(),
            lessons: public.lessons().iter().map(|page| page.lesson.id.clone()).collect(),
            quizzes: public.quizzes().iter().map(|page| page.id.clone()).collect(),
            ..Anchors::default()
        };
        for agreement in public.agreements().iter() {
            let ids = agreement.promises.iter().map(|promise| promise.id.clone()).collect();
            anchors.agreements.insert(agreement.id.clone(), ids);
        }
        for section in public.sections().iter() {
            let mut ids: BTreeSet<String> = section.in_short.iter().map(|in_short| in_short.id.clone()).collect();
            let clauses = &mut anchors.clauses;
            walk_document(&section.document, &mut |found| {
                if let Found::Part(part) = found {
                    ids.insert(part.id.clone());
                }
                if let Some(Clause { id, reference, .. }) = found.clause() {
                    ids.insert(id.clone());
                    let at = ClauseAt { slug: section.slug.clone(), reference: reference.clone(), words: found.words() };
                    clauses.insert(id.clone(), at);
                }
            });
            anchors.sections.insert(section.slug.clone(), ids);
        }
        anchors.fixed = public.pages().iter().map(|(page, document)| (*page, ids_in(document))).collect();
        anchors.handbook = public.handbook().iter().map(|page| (page.slug.clone(), ids_in(&page.document))).collect();
        anchors
    }
}

/// The ids of the headings of a page.
pub fn ids_in(document: &Document) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    walk_document(document, &mut |found| {
        if let Found::Part(part) = found {
            ids.insert(part.id.clone());
        }
    });
    ids
}
