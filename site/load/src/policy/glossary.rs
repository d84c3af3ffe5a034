//! glossary.md: a heading of level 2 for each term, with its other forms after commas, and beneath it what the term means.

use super::document;
use crate::resolve::context::Context;
use crate::syntax::outline::{Outline, Part};
use fingerpost_model::order::Order;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::plain;
use fingerpost_model::{Only, Term};
use std::collections::{BTreeMap, BTreeSet};

/// The terms of one file or of two.
#[derive(Debug, Default)]
pub struct Glossary {
    terms: Vec<Term>,
    /// Where each form stands, in small letters.
    places: BTreeMap<String, Place>,
}

impl Glossary {
    /// Adds the terms of a file, but for those with an id that is `taken` by another file which comes before this one.
    pub fn add(&mut self, outline: &Outline, taken: &BTreeSet<&str>, context: &mut Context<'_>) {
        for part in outline.parts.iter().filter(|part| !taken.contains(part.id.as_str())) {
            let term = term(part, context);
            for form in &term.forms {
                let first = self.places.entry(form.to_lowercase()).or_insert_with(|| term.place.clone());
                if *first != term.place {
                    let message = format!("\"{form}\" is explained at {first} already.");
                    let help = if first.file == term.place.file { ONE_FILE } else { TWO_FILES };
                    context.error(part.at, Rule::DuplicateTerm, message, help);
                }
            }
            self.terms.push(term);
        }
    }

    /// All terms, in the order of a language.
    pub fn finish(self, language: &str) -> Vec<Term> {
        let mut terms = self.terms;
        put_in_order(&mut terms, language);
        terms
    }
}

/// Sorts terms by their first forms, as the dictionaries of a language do.
pub fn put_in_order(terms: &mut [Term], language: &str) {
    let order = Order::of(language);
    let first = |term: &Term| term.forms.first().cloned().unwrap_or_default();
    terms.sort_by(|one, other| order.compare(&first(one), &first(other)));
}

const ONE_FILE: &str = "Keep one of the two.";
const TWO_FILES: &str = "Give this one the same { #id }, so that it takes the place of that one, or take it out.";

fn term(part: &Part, context: &mut Context<'_>) -> Term {
    let heading = plain(&context.inlines(&part.content, &Only::Everyone));
    let forms: Vec<String> = heading.split(',').map(|form| form.trim().to_owned()).collect();
    if forms.iter().any(String::is_empty) && !heading.trim().is_empty() {
        context.error(part.at, Rule::Term, "A form of this term has no letters.", "Take out the comma that is too many.");
    }
    if part.blocks.is_empty() {
        let message = "This term is not explained.";
        context.error(part.at, Rule::Term, message, "Write one plain sentence or two beneath it, or take the term out.");
    }
    for inner in &part.parts {
        let message = "A heading stands inside a term.";
        context.error(inner.at, Rule::Term, message, "Type ## if it is a term of its own, or make it a sentence.");
    }
    if let Some(mark) = &part.mark {
        let untaken = mark.untaken().take_id().take_reference().seen_at(part.at);
        context.expect_taken(&untaken, Rule::Term, "The mark of a term holds its id and nothing else.", "Type it like {#dsl}.");
    }
    let forms: Vec<String> = forms.into_iter().filter(|form| !form.is_empty()).collect();
    let about = forms.first().cloned().unwrap_or_default();
    Term {
        id: part.id.clone(),
        forms,
        meaning: document::blocks(&part.blocks, &about, &Only::Everyone, context),
        place: context.file.place(part.at),
    }
}
