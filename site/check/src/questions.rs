//! Questions and the clauses on which they rest: has somebody read the two together, as they stand now?

use crate::grounds::{Ground, Grounds};
use fingerpost_model::finding::{ACCEPT, Finding};
use fingerpost_model::rules::Rule;
use fingerpost_model::{Clause, Question, Setting};

/// Reports what was never read, what has changed since, and what was left over. Where the records cannot be read nothing is known.
pub fn read(setting: &Setting, findings: &mut Vec<Finding>) {
    let files = &setting.read_against;
    if !files.is_readable {
        return;
    }
    let grounds = Grounds::of(setting);
    for question in &setting.questions {
        let under = grounds.under(question);
        if !under.is_empty() && under.iter().all(|ground| ground.then.is_none()) {
            findings.push(never_read(question, &under));
            continue;
        }
        findings.extend(under.iter().filter_map(|ground| complaint(question, ground)));
    }
    for records in [Some(&files.own), files.shared.as_ref()].into_iter().flatten() {
        for (id, reading) in records.readings.iter().filter(|(id, _)| files.left_over.contains(*id)) {
            let message = format!("This is recorded of \"{id}\", and there is no such question any more.");
            let mend = format!("Type \"{ACCEPT} {id}\", which takes the record out.");
            findings.push(Finding::warning(reading.place.clone(), Rule::RecordLeftOver, message, mend));
        }
    }
}

fn never_read(question: &Question, under: &[Ground<'_>]) -> Finding {
    let id = &question.id;
    let clauses: Vec<&str> = under.iter().map(|ground| ground.id).collect();
    let message = format!("Nobody has recorded that \"{id}\" was read with its clauses ({}).", clauses.join(", "));
    Finding::warning(question.place.clone(), Rule::QuestionNotRead, message, read_it(id))
}

fn complaint(question: &Question, ground: &Ground<'_>) -> Option<Finding> {
    let id = &question.id;
    let (rule, message) = match (ground.then, ground.now) {
        (None, Some(now)) => {
            let message = format!("Nobody has recorded that \"{id}\" was read with the clause {}: \"{}\"", named(now), now.words);
            (Rule::QuestionNotRead, message)
        }
        (Some(then), Some(now)) if then != now.words => {
            let message = format!(
                "The clause {} has changed since \"{id}\" was read with it. It said: \"{then}\" It says now: \"{}\" {}",
                named(now),
                now.words,
                difference(then, &now.words)
            );
            (Rule::ClauseChanged, message)
        }
        (Some(then), None) => {
            let message = format!("\"{id}\" was read with the clause \"{}\", which is gone. It said: \"{then}\"", ground.id);
            (Rule::ClauseGone, message)
        }
        _ => return None,
    };
    Some(Finding::warning(ground.named_at.clone(), rule, message, read_it(id)))
}

fn named(clause: &Clause) -> String {
    format!("\"{}\" ({})", clause.id, clause.place)
}

fn read_it(id: &str) -> String {
    format!("Read the two together, then type \"{ACCEPT} {id}\".")
}

/// The words in which two texts differ: what stands between the words that both begin with and those that both end with.
fn difference(then: &str, now: &str) -> String {
    let (then, now): (Vec<&str>, Vec<&str>) = (then.split(' ').collect(), now.split(' ').collect());
    let before = then.iter().zip(&now).take_while(|(one, other)| one == other).count();
    let (then, now) = (&then[before..], &now[before..]);
    let after = then.iter().rev().zip(now.iter().rev()).take_while(|(one, other)| one == other).count();
    let (then, now) = (then[..then.len() - after].join(" "), now[..now.len() - after].join(" "));
    match (then.as_str(), now.as_str()) {
        ("", now) => format!("(\"{now}\" is new.)"),
        (then, "") => format!("(\"{then}\" is gone.)"),
        (then, now) => format!("(\"{then}\" is now \"{now}\".)"),
    }
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn a_difference_is_told_in_the_words_that_are_not_the_same() {
        assert_eq!(
            difference("Tell the DSL at once.", "Tell the DSL on the same day."),
            "(\"at once.\" is now \"on the same day.\".)"
        );
        assert_eq!(difference("Staff must tell.", "Staff and volunteers must tell."), "(\"and volunteers\" is new.)");
        assert_eq!(difference("Tell the DSL at once.", "Tell the DSL."), "(\"DSL at once.\" is now \"DSL.\".)");
        assert_eq!(difference("a b b c", "a b c"), "(\"b\" is gone.)");
        assert_eq!(difference("", "a"), "(\"a\" is new.)");
    }
}
