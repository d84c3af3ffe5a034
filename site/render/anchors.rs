//! Which places the public pages have, and the words of every public clause: so that no link leads to a part that a reader may
//! not see, and no page shows its words.

use crate::model::{Block, Clause, Document, Inline, Item, PageName, Part};
use crate::view::View;
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
    /// The ids in the glossary.
    pub terms: BTreeSet<String>,
    /// The laws and guidance.
    pub laws: BTreeSet<String>,
    /// The other policies.
    pub policies: BTreeSet<String>,
    /// The lessons.
    pub lessons: BTreeSet<String>,
    /// Every clause, by id.
    pub clauses: BTreeMap<String, ClauseAt>,
}

impl Anchors {
    /// The places of what everybody may see.
    pub fn of(public: &View) -> Anchors {
        let mut anchors = Anchors {
            terms: public.glossary.iter().map(|term| term.id.clone()).collect(),
            laws: public.laws.iter().map(|law| law.id.clone()).collect(),
            policies: public.policies.iter().map(|policy| policy.id.clone()).collect(),
            lessons: public.lessons.iter().map(|page| page.lesson.id.clone()).collect(),
            ..Anchors::default()
        };
        for section in &public.sections {
            let mut ids: BTreeSet<String> = section.in_short.iter().map(|in_short| in_short.id.clone()).collect();
            let clauses = &mut anchors.clauses;
            walk_document(&section.document, &mut |found| {
                let clause = match found {
                    Found::Part(part) => {
                        ids.insert(part.id.clone());
                        part.clause.as_ref().map(|clause| (clause, part.heading.clone()))
                    }
                    Found::Item(item) => item.clause.as_ref().map(|clause| (clause, first_words(&item.blocks))),
                };
                if let Some((Clause { id, reference, .. }, words)) = clause {
                    ids.insert(id.clone());
                    let at = ClauseAt { slug: section.slug.clone(), reference: reference.clone(), words };
                    clauses.insert(id.clone(), at);
                }
            });
            anchors.sections.insert(section.slug.clone(), ids);
        }
        for (page, document) in &public.pages {
            let mut ids = BTreeSet::new();
            walk_document(document, &mut |found| {
                if let Found::Part(part) = found {
                    ids.insert(part.id.clone());
                }
            });
            anchors.fixed.insert(*page, ids);
        }
        anchors
    }
}

/// What [`walk_document`] meets.
pub enum Found<'a> {
    /// A heading with what is beneath it.
    Part(&'a Part),
    /// A list item.
    Item(&'a Item),
}

/// Calls back for every heading and list item of a document, in reading order.
pub fn walk_document<'a>(document: &'a Document, each: &mut dyn FnMut(Found<'a>)) {
    walk_blocks(&document.blocks, each);
    walk_parts(&document.parts, each);
}

fn walk_parts<'a>(parts: &'a [Part], each: &mut dyn FnMut(Found<'a>)) {
    for part in parts {
        each(Found::Part(part));
        walk_blocks(&part.blocks, each);
        walk_parts(&part.parts, each);
    }
}

fn walk_blocks<'a>(blocks: &'a [Block], each: &mut dyn FnMut(Found<'a>)) {
    for block in blocks {
        match block {
            Block::List { items, .. } => {
                for item in items {
                    each(Found::Item(item));
                    walk_blocks(&item.blocks, each);
                }
            }
            Block::Quote(inner) => walk_blocks(inner, each),
            Block::Paragraph(_) | Block::Code(_) | Block::Table { .. } | Block::Rule => {}
        }
    }
}

/// The first paragraph of some blocks: what a clause says.
pub fn first_words(blocks: &[Block]) -> Vec<Inline> {
    blocks
        .iter()
        .find_map(|block| match block {
            Block::Paragraph(words) => Some(words.clone()),
            _ => None,
        })
        .unwrap_or_default()
}
