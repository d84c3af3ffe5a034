//! Which places the public pages have, and the words of every public clause: so that no link leads to a part that a reader may
//! not see, and no page shows its words.

use crate::view::View;
use fingerpost_model::walk::walk_clauses;
use fingerpost_model::{Document, Inline, PageName, Part, Section};
use std::collections::{BTreeMap, BTreeSet};

/// A clause and where its page is.
#[derive(Debug)]
pub struct ClauseAt<'s> {
    /// The section's address.
    pub slug: &'s str,
    /// The clause's number.
    pub reference: &'s str,
    /// Its words.
    pub words: &'s [Inline],
}

/// The places of the public pages, as they stand in what everybody may see.
#[derive(Debug, Default)]
pub struct Anchors<'s> {
    /// The ids in each section of the policy.
    pub sections: BTreeMap<&'s str, BTreeSet<&'s str>>,
    /// The ids in each fixed page.
    pub fixed: BTreeMap<PageName, BTreeSet<&'s str>>,
    /// The ids in each page of a handbook.
    pub handbook: BTreeMap<&'s str, BTreeSet<&'s str>>,
    /// The ids in the glossary.
    pub terms: BTreeSet<&'s str>,
    /// The laws and guidance.
    pub laws: BTreeSet<&'s str>,
    /// The other policies.
    pub policies: BTreeSet<&'s str>,
    /// The lessons.
    pub lessons: BTreeSet<&'s str>,
    /// The ids in each agreement.
    pub agreements: BTreeMap<&'s str, BTreeSet<&'s str>>,
    /// The quizzes.
    pub quizzes: BTreeSet<&'s str>,
    /// Every clause, by id.
    pub clauses: BTreeMap<&'s str, ClauseAt<'s>>,
}

impl<'s> Anchors<'s> {
    /// The places of what everybody may see.
    pub fn of(public: &'s View) -> Anchors<'s> {
        let mut anchors = Anchors {
            terms: public.glossary().iter().map(|term| term.id.as_str()).collect(),
            laws: public.laws().iter().map(|law| law.id.as_str()).collect(),
            policies: public.policies().iter().map(|policy| policy.id.as_str()).collect(),
            lessons: public.lessons().iter().map(|page| page.lesson.id.as_str()).collect(),
            quizzes: public.quizzes().iter().map(|page| page.id.as_str()).collect(),
            ..Anchors::default()
        };
        for agreement in public.agreements().iter() {
            let ids = agreement.promises.iter().map(|promise| promise.id.as_str()).collect();
            anchors.agreements.insert(&agreement.id, ids);
        }
        // Sorted once and not one by one: a policy may have tens of thousands of clauses, and no page of a version that is served is written before this.
        let mut clauses = Vec::new();
        for section in public.sections().iter() {
            let (ids, of_section) = places_in(section);
            anchors.sections.insert(&section.slug, ids);
            clauses.extend(of_section);
        }
        anchors.clauses = clauses.into_iter().collect();
        anchors.fixed = public.pages().iter().map(|(page, document)| (*page, ids_in(document))).collect();
        anchors.handbook = public.handbook().iter().map(|page| (page.slug.as_str(), ids_in(&page.document))).collect();
        anchors
    }
}

/// The ids in a section, and its clauses by their ids.
fn places_in(section: &Section) -> (BTreeSet<&str>, Vec<(&str, ClauseAt<'_>)>) {
    let mut ids: Vec<&str> = section.in_short.iter().map(|in_short| in_short.id.as_str()).collect();
    add_ids(&section.document.parts, &mut ids);
    let mut clauses = Vec::new();
    walk_clauses(&section.document, &mut |clause, words| {
        ids.push(&clause.id);
        clauses.push((clause.id.as_str(), ClauseAt { slug: &section.slug, reference: &clause.reference, words }));
    });
    (ids.into_iter().collect(), clauses)
}

/// The ids of the headings of a page.
pub fn ids_in(document: &Document) -> BTreeSet<&str> {
    let mut ids = Vec::new();
    add_ids(&document.parts, &mut ids);
    ids.into_iter().collect()
}

fn add_ids<'d>(parts: &'d [Part], ids: &mut Vec<&'d str>) {
    for part in parts {
        ids.push(&part.id);
        add_ids(&part.parts, ids);
    }
}
