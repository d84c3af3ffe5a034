//! What the marks of a lesson may hold: a lesson is for everyone, and nothing of it is a clause.

use crate::resolve::context::Context;
use crate::syntax::mark::Mark;
use crate::syntax::outline::Part;
use fingerpost_model::rules::Rule;

/// Reports a mark that holds more than an id. The promises that a moment practises have a room of their own.
pub fn expect_only_an_id(part: &Part, context: &mut Context<'_>) {
    let allowed = |mark: &Mark| Mark {
        id: mark.id.clone(),
        promises: mark.promises.clone(),
        at: mark.at,
        is_broken: mark.is_broken,
        ..Mark::default()
    };
    if let Some(mark) = part.mark.as_ref().filter(|mark| **mark != allowed(mark)) {
        let message = "A mark in a lesson holds an id and nothing else: a lesson is for everyone.";
        context.error(mark.at, Rule::MisplacedMark, message, "Type it like {#help}.");
    }
}
