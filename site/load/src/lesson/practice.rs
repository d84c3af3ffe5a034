//! The lesson that practises an agreement: `agreement = "children"` between its +++ lines, and in the marks of its moments the promises that
//! each of them practises. Every promise that holds is practised by doing, on every path that the lesson has.

use super::own::Agreed;
use crate::resolve::context::Context;
use crate::syntax::absence::Absence;
use crate::syntax::mark::Mark;
use crate::syntax::outline::Part;
use crate::syntax::table::Spanned;
use fingerpost_lesson::content::{Activity, Moment};
use fingerpost_lesson::path::Path;
use fingerpost_model::finding::did_you_mean;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Agreement, Audience};
use std::collections::BTreeMap;

/// An agreement, with the promises that its author wrote and this setting does not have.
pub struct Known<'a> {
    /// The agreement.
    pub agreement: &'a Agreement,
    /// The ids of what is not in it.
    pub absent: &'a BTreeMap<String, Absence>,
}

/// The agreements that a lesson can name.
#[derive(Default)]
pub struct Agreements<'a> {
    /// Those of the setting.
    pub here: Vec<Known<'a>>,
    /// Those that it names and goes without.
    pub left_out: BTreeMap<String, Absence>,
}

/// What a lesson says that it practises.
pub enum Practised<'a> {
    /// It does not say that it practises one.
    Nothing,
    /// One that is not there, which was reported.
    LeftOut,
    /// This one.
    Agreement(&'a Known<'a>),
}

impl<'a> Practised<'a> {
    /// Finds the agreement that a lesson names.
    pub fn find(typed: Option<&Spanned<String>>, agreements: &'a Agreements<'a>, context: &mut Context<'_>) -> Practised<'a> {
        let Some(typed) = typed else { return Practised::Nothing };
        let id = &typed.value;
        if let Some(known) = agreements.here.iter().find(|known| known.agreement.id == *id) {
            if known.agreement.audience == Audience::Children {
                return Practised::Agreement(known);
            }
            let message = format!("The agreement \"{id}\" is not that of children, and only theirs is practised in a lesson.");
            context.error(typed.at, Rule::UnknownAgreement, message, "Name the agreement of children, or take the line out.");
            return Practised::LeftOut;
        }
        match agreements.left_out.get(id) {
            Some(Absence::Unread | Absence::LeftOut) => {}
            Some(Absence::Draft) => {
                let message =
                    format!("The agreement \"{id}\" is a draft that is left out, so this lesson asks for none of its promises.");
                context.warning(typed.at, Rule::LinkToDraft, message, "Have the agreement approved, or take the lesson out.");
            }
            Some(Absence::Condition) => {
                let message = format!("The agreement \"{id}\" is not in this setting: its condition does not hold.");
                context.error(typed.at, Rule::UnknownAgreement, message, "Give this lesson the same condition.");
            }
            None => {
                let near = did_you_mean(id, agreements.here.iter().map(|known| known.agreement.id.as_str()));
                let help =
                    format!("{near} The agreements of a setting are named in setting.toml, like agreements = [\"children\"].");
                context.error(typed.at, Rule::UnknownAgreement, format!("This setting has no agreement \"{id}\"."), help);
            }
        }
        Practised::LeftOut
    }

    /// Its id.
    pub fn id(&self) -> Option<String> {
        match self {
            Practised::Agreement(known) => Some(known.agreement.id.clone()),
            Practised::Nothing | Practised::LeftOut => None,
        }
    }

    /// Where the lines of a promise without a list come from.
    pub fn lines(&self, path: Path) -> Agreed {
        match self {
            Practised::Nothing => Agreed::Nothing,
            Practised::LeftOut => Agreed::LeftOut,
            Practised::Agreement(known) => Agreed::Lines(known.agreement.lines(path)),
        }
    }

    /// Reports marks that name what is not promised, and promises that nobody practises.
    pub fn check(&self, typed: Option<&Spanned<String>>, parts: &[Part], moments: &[Moment], context: &mut Context<'_>) {
        match self {
            Practised::Nothing => parts.iter().for_each(|part| expect_no_promise(part, context)),
            Practised::LeftOut => {}
            Practised::Agreement(known) => {
                parts.iter().for_each(|part| expect_promises(part, known, context));
                expect_all_practised(typed.map_or(0, |typed| typed.at), known.agreement, parts, moments, context);
            }
        }
    }
}

/// The promises that a moment says it practises, with their places.
fn practised(part: &Part) -> impl Iterator<Item = &(String, usize)> {
    part.mark.as_deref().into_iter().flat_map(Mark::promises)
}

fn expect_no_promise(part: &Part, context: &mut Context<'_>) {
    if let Some((_, at)) = practised(part).next() {
        let message = "This moment practises a promise, and the lesson does not say of which agreement.";
        context.error(
            *at,
            Rule::MisplacedMark,
            message,
            "Type agreement = \"children\" between the +++ lines, or take \"promises=\" out.",
        );
    }
}

fn expect_promises(part: &Part, known: &Known<'_>, context: &mut Context<'_>) {
    let Known { agreement, absent } = known;
    for (id, at) in practised(part).filter(|(id, _)| agreement.promises.iter().all(|promise| promise.id != *id)) {
        match absent.get(id) {
            Some(Absence::LeftOut | Absence::Draft | Absence::Unread) => {}
            Some(Absence::Condition) => {
                let message = format!("The promise \"{id}\" does not hold in this setting, and this moment practises it.");
                context.error(*at, Rule::UnknownPromise, message, "Give the moment the condition that the promise has.");
            }
            None => {
                let help = did_you_mean(id, agreement.promises.iter().map(|promise| promise.id.as_str()));
                let message = format!("The agreement \"{}\" has no promise \"{id}\".", agreement.id);
                context.error(*at, Rule::UnknownPromise, message, help);
            }
        }
    }
}

/// On `together` looking is doing: the picture is pressed, and becomes another.
fn expect_all_practised(at: usize, agreement: &Agreement, parts: &[Part], moments: &[Moment], context: &mut Context<'_>) {
    let is_done = |moment: &Moment, path: Path| {
        moment.on(path).is_some_and(|step| path == Path::Together || !matches!(step.activity, Activity::Look))
    };
    for path in Path::ALL.into_iter().filter(|path| moments.iter().any(|moment| moment.on(*path).is_some())) {
        for promise in &agreement.promises {
            let mut with = parts.iter().zip(moments).filter(|(part, _)| practised(part).any(|(id, _)| *id == promise.id));
            if !with.any(|(_, moment)| is_done(moment, path)) {
                let message =
                    format!("Nobody practises the promise \"{}\" on the path \"{}\" by doing something.", promise.id, path.id());
                let help = format!("Add promises={} to the mark of a moment with something to choose there.", promise.id);
                context.error(at, Rule::PromiseNotPractised, message, help);
            }
        }
    }
}
