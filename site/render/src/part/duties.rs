//! Duties: the clauses of the policy whose duty or right is an audience's, section by section, what must be done first.

use super::duty::asked_and_rest;
use super::language::LangAttrs;
use super::page_context::PageContext;
use super::section::numbered;
use super::site_context::SiteContext;
use super::{shapes, urls};
use fingerpost_model::walk::walk_clauses;
use fingerpost_model::{Age, Audience, Clause, Document, Inline, PageId, Section, Strength, Target};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Which clauses are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Those that everybody sees: the page shows the others apart.
    Public,
    /// All that the page's readers see.
    All,
}

/// The clauses of one section for one group.
pub struct OfSection<'a> {
    section: &'a Section,
    clauses: Vec<Duty<'a>>,
}

/// A clause with its words.
struct Duty<'a> {
    clause: &'a Clause,
    words: &'a [Inline],
    /// How the words are marked: what is not translated stands here in the original's.
    attrs: LangAttrs<'a>,
    /// Whether only the original has it.
    is_newer: bool,
}

/// The order in which duties are shown, with the key of each heading.
const STRENGTHS: [(Strength, &str); 5] = [
    (Strength::Must, "strength_must"),
    (Strength::MustNot, "strength_must_not"),
    (Strength::Should, "strength_should"),
    (Strength::ShouldNot, "strength_should_not"),
    (Strength::Is, "strength_is"),
];

impl OfSection<'_> {
    /// Its title with the way to it, and its duties.
    pub fn show(&self, cx: &PageContext) -> Markup {
        let path = urls::section(&self.section.slug);
        html! {
            h3 { a href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] { (numbered(cx.site, self.section)) } (cx.abroad(&path)) }
            (self.by_strength(cx))
        }
    }

    /// Its duties, folded away beneath its title.
    pub fn show_folded(&self, cx: &PageContext) -> Markup {
        let way = cx.link(&Target::Page { page: PageId::Section(self.section.slug.clone()), fragment: None });
        html! {
            details {
                summary { h3 { (numbered(cx.site, self.section)) } }
                @if let Some(way) = way { p { a href=(way) { (cx.site.text("induction_section")) } } }
                (self.by_strength(cx))
            }
        }
    }

    fn by_strength(&self, cx: &PageContext) -> Markup {
        html! {
            @for (strength, word) in STRENGTHS {
                @let clauses: Vec<_> = self.clauses.iter().filter(|duty| duty.clause.strength == strength).collect();
                @if !clauses.is_empty() {
                    div.duties {
                        h4 { (shapes::strength(strength)) " " (cx.site.text(word)) }
                        ul {
                            @for Duty { clause, words, attrs, is_newer } in clauses {
                                @let name = cx.site.fill("clause_in_policy", &[("ref", &clause.reference)]);
                                @let (asked, rest) = asked_and_rest(words, clause.strength);
                                li {
                                    (attrs.words(html! {
                                        (cx.inlines(&asked))
                                        @if !rest.is_empty() { span.rest { (cx.inlines(&rest)) } }
                                    }))
                                    "\u{a0}"
                                    a.ref href=(self.address(cx, clause, *is_newer)) aria-label=(name) { (cx.site.shared.languages.number(&clause.reference)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Where a clause stands; one that came after the translation stands in the original.
    fn address(&self, cx: &PageContext, clause: &Clause, is_newer: bool) -> String {
        let slug = &self.section.slug;
        if is_newer {
            return format!("{}#{}", cx.here.to_file(&urls::section(slug)), clause.id);
        }
        let target = Target::Page { page: PageId::Section(slug.clone()), fragment: Some(clause.id.clone()) };
        cx.link(&target).unwrap_or_default()
    }
}

/// The clauses of these audiences, by section; without those shown already.
pub fn of<'a>(site_cx: &'a SiteContext, of: &[Audience], seen: Seen, shown: &mut BTreeSet<&'a str>) -> Vec<OfSection<'a>> {
    let languages = &site_cx.shared.languages;
    let public = &site_cx.shared.public.clauses;
    let mut found = Vec::new();
    for section in site_cx.view.sections().iter() {
        let mut clauses = Vec::new();
        let mut gather = |document: &'a Document, attrs: LangAttrs<'a>, is_newer: bool| {
            walk_clauses(document, &mut |clause, words| {
                let is_public = || match is_newer {
                    true => site_cx.shared.clauses_of_original.contains(clause.id.as_str()),
                    false => public.contains_key(clause.id.as_str()),
                };
                // Whose it is can be told at once, and most are somebody else's.
                let is_theirs = clause.audiences.iter().any(|audience| of.contains(audience));
                if is_theirs && (seen == Seen::All || is_public()) && shown.insert(&clause.id) {
                    clauses.push(Duty { clause, words, attrs, is_newer });
                }
            });
        };
        let attrs = languages.attrs_of(&PageId::Section(section.slug.clone()));
        gather(&section.document, attrs, false);
        // A duty that came after the translation is a duty all the same.
        if let Some(newer) = newer_original(site_cx, section) {
            gather(&newer.document, languages.original_attrs(), true);
        }
        if !clauses.is_empty() {
            found.push(OfSection { section, clauses });
        }
    }
    found
}

/// The original of a section whose translation is older.
fn newer_original<'a>(site_cx: &'a SiteContext, section: &Section) -> Option<&'a Section> {
    let original = site_cx.original.as_ref()?.sections().iter().find(|original| original.slug == section.slug)?;
    let age = site_cx.shared.languages.age_of(&PageId::Section(section.slug.clone()));
    (age == Some(Age::Older)).then_some(original)
}
