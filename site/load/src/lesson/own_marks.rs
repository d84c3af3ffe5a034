//! What the marks of a lesson may hold: a lesson is for everyone, and nothing of it is a clause.

use crate::resolve::context::Context;
use crate::syntax::mark::IdKey;
use crate::syntax::outline::Part;
use fingerpost_model::rules::Rule;

/// Reports a mark that holds more than an id. The promises that a moment practises have a room of their own.
pub fn expect_only_an_id(part: &Part, context: &mut Context<'_>) {
    if let Some(mark) = &part.mark {
        let untaken = mark.untaken().take_id().take_ids(IdKey::Promises);
        let message = "A mark in a lesson holds an id and nothing else: a lesson is for everyone.";
        context.expect_taken(&untaken, Rule::MisplacedMark, message, "Type it like {#help}.");
    }
}
