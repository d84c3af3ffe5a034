//! Reviews that are due: lessons, promises and questions that nobody has read with their clauses as these stand now.

use crate::clause_review::{ClauseReview, ClauseReviews};
use fingerpost_model::finding::{ACCEPT, Finding};
use fingerpost_model::rules::Rule;
use fingerpost_model::{Clause, PolicyDependent, Setting};

/// Reports what was never read, what has changed since, and what was left over. Where the records cannot be read nothing is known.
pub fn report(setting: &Setting, findings: &mut Vec<Finding>) {
    let records = &setting.reviews;
    if !records.is_readable {
        return;
    }
    let all = ClauseReviews::of(setting);
    for dependent in &setting.dependents {
        let reviews = all.of_dependent(dependent);
        if !reviews.is_empty() && reviews.iter().all(|review| review.reviewed.is_none()) {
            findings.push(never_read(dependent, &reviews));
            continue;
        }
        findings.extend(reviews.iter().filter_map(|review| complaint(dependent, review)));
    }
    for file in records.files() {
        for (id, record) in file.records.iter().filter(|(id, _)| records.left_over.contains(*id)) {
            let message = format!("This is recorded of \"{id}\", and there is no such question any more.");
            let help = format!("Type \"{ACCEPT} {id}\", which takes the record out.");
            findings.push(Finding::warning(record.place.clone(), Rule::RecordLeftOver, message, help));
        }
    }
}

fn never_read(dependent: &PolicyDependent, reviews: &[ClauseReview<'_>]) -> Finding {
    let id = &dependent.id;
    let clauses: Vec<&str> = reviews.iter().map(|review| review.id).collect();
    let message = format!("Nobody has recorded that \"{id}\" was read with its clauses ({}).", clauses.join(", "));
    Finding::warning(dependent.place.clone(), Rule::QuestionNotRead, message, read_it(id))
}

fn complaint(dependent: &PolicyDependent, review: &ClauseReview<'_>) -> Option<Finding> {
    let id = &dependent.id;
    let (rule, message) = match (review.reviewed, review.current) {
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
            let message = format!("\"{id}\" was read with the clause \"{}\", which is gone. It said: \"{then}\"", review.id);
            (Rule::ClauseGone, message)
        }
        _ => return None,
    };
    Some(Finding::warning(review.named_at.clone(), rule, message, read_it(id)))
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
