//! Abbreviations that nobody explains: words of capital letters that stand in the content and not in the glossary (WCAG 2.2, 3.1.4).

use fingerpost_lesson::content::{Lesson, Step, Text, words};
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::walk::{Found, walk_blocks, walk_document, walk_parts};
use fingerpost_model::{Inline, Promise, QuizItem, Setting};
use std::collections::BTreeSet;

/// What every reader knows without an entry. Shorter than any list of exceptions would grow: everything else is explained.
const KNOWN: [&str; 3] = ["OK", "TV", "UK"];

/// Reports every abbreviation without an entry, where it first stands.
pub fn unexplained(setting: &Setting, findings: &mut Vec<Finding>) {
    let forms = setting.glossary.iter().flat_map(|term| &term.forms);
    let mut known: BTreeSet<String> = forms.flat_map(|form| abbreviations(form)).map(str::to_owned).collect();
    known.extend(KNOWN.map(str::to_owned));
    let mut report = |text: &str, place: &Place| {
        for abbreviation in abbreviations(text) {
            if !known.contains(abbreviation) {
                known.insert(abbreviation.to_owned());
                let message = format!("\"{abbreviation}\" is not in the glossary.");
                let help = format!(
                    "Explain it in glossary.md under a line like ## {abbreviation} {{#{}}}.",
                    abbreviation.to_lowercase()
                );
                findings.push(Finding::warning(place.clone(), Rule::UnexplainedAbbreviation, message, help));
            }
        }
    };
    let asked = || setting.quizzes.iter().chain(&setting.inductions);
    for document in setting.documents() {
        report(&document.title, &document.place);
        walk_document(document, &mut |met| words_of(&met).into_iter().for_each(|(text, place)| report(text, place)));
    }
    let in_short =
        setting.sections.iter().filter_map(|section| Some((&section.in_short.as_ref()?.blocks, &section.document.place)));
    let meanings = setting.glossary.iter().map(|term| (&term.meaning, &term.place));
    for (blocks, place) in in_short.chain(meanings) {
        walk_blocks(blocks, place, &mut |met| words_of(&met).into_iter().for_each(|(text, place)| report(text, place)));
    }
    for page in &setting.lessons {
        report(&page.aim, &page.place);
        in_lesson(&page.lesson, &mut |text| report(text, &page.place));
        // What is signed is written in capitals where it is said how.
        let adult = page.adult.iter().filter(|part| part.id != "show").map(std::slice::from_ref);
        adult.for_each(|part| {
            walk_parts(part, &mut |met| words_of(&met).into_iter().for_each(|(text, place)| report(text, place)))
        });
    }
    for agreement in &setting.agreements {
        report(&agreement.title, &agreement.place);
        walk_blocks(&agreement.opening, &agreement.place, &mut |met| {
            words_of(&met).into_iter().for_each(|(text, place)| report(text, place));
        });
        agreement.promises.iter().for_each(|promise| in_promise(promise, &mut |text, place| report(text, place)));
    }
    for QuizItem { item, place, .. } in asked().flat_map(|page| &page.items) {
        report(&item.title, place);
        for scene in &item.scenes {
            report(&scene.title, place);
            let answers = scene.answers.iter().flat_map(|answer| [&answer.text, &answer.reason]);
            scene.say.iter().chain([&scene.question]).chain(answers).for_each(|text| report(&words(text), place));
        }
    }
    for link in &setting.links {
        report(&link.about, &link.place);
        link.not_for.iter().for_each(|text| report(text, &link.place));
    }
    setting.laws.iter().for_each(|law| report(&law.about, &law.place));
    setting.policies.iter().for_each(|policy| report(&policy.about, &policy.place));
}

/// The abbreviations in a text: runs of letters and figures with two capital letters or more and no small one, but for the `s` of a plural.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = may_begin(rest)?;
            let first = rest[at..].chars().next()?;
            if !first.is_alphanumeric() {
                rest = &rest[at + first.len_utf8()..];
                continue;
            }
            let before = rest[..at].trim_end_matches(char::is_alphanumeric).len();
            let after = rest[at..].trim_start_matches(char::is_alphanumeric);
            let word = &rest[before..rest.len() - after.len()];
            rest = after;
            let word = word.strip_suffix('s').unwrap_or(word);
            if is_abbreviation(word) {
                return Some(word);
            }
        }
    })
}

/// Whether a run of letters and figures is one, without the `s` of its plural.
fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|character| character.is_uppercase()).count();
    capitals >= 2 && !word.chars().any(char::is_lowercase)
}

/// Where the first character stands that can be a capital and has another such after it, with figures between them at the most: no abbreviation is without
/// these two, and a look at bytes finds them. Outside ASCII every character is taken for one that can be a capital.
fn may_begin(text: &str) -> Option<usize> {
    let can_be_capital = |byte: &u8| byte.is_ascii_uppercase() || *byte >= 0xc0;
    // The bytes from 0x80 to 0xbf belong to the character before them.
    let is_between = |byte: &u8| byte.is_ascii_digit() || (0x80..0xc0).contains(byte);
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at = from + bytes[from..].iter().position(can_be_capital)?;
        let next = bytes[at + 1..].iter().find(|byte| !is_between(byte))?;
        if can_be_capital(next) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// The words of a piece of running text. Those that stand inside another are met by themselves.
fn words_of<'a>(met: &Found<'a>) -> Option<(&'a str, &'a Place)> {
    match met {
        Found::Inline(Inline::Text(text) | Inline::Symbol { alt: text, .. }, place) => Some((text, place)),
        _ => None,
    }
}

fn in_lesson(lesson: &Lesson, report: &mut dyn FnMut(&str)) {
    report(&lesson.title);
    for moment in &lesson.moments {
        report(&moment.title);
        moment.steps.iter().flatten().for_each(|step| in_step(step, report));
    }
}

fn in_promise(promise: &Promise, report: &mut dyn FnMut(&str, &Place)) {
    report(&promise.title, &promise.place);
    for line in promise.lines.iter().flatten() {
        [&line.text].into_iter().chain(&line.met).for_each(|text| report(&words(text), &promise.place));
    }
    walk_blocks(&promise.blocks, &promise.place, &mut |met| {
        words_of(&met).into_iter().for_each(|(text, place)| report(text, place));
    });
}

fn in_step(step: &Step, report: &mut dyn FnMut(&str)) {
    let mut said = |text: &Text| report(&words(text));
    step.say.iter().for_each(&mut said);
    [&step.question, &step.hint, &step.after].into_iter().for_each(&mut said);
    step.activity.texts().into_iter().for_each(said);
    step.activity.scenes().into_iter().flatten().for_each(|scene| report(&scene.title));
}

#[cfg(test)]
mod tests {
    use super::{abbreviations, is_abbreviation};

    #[test]
    fn an_abbreviation_is_a_word_of_capitals_and_figures() {
        let found: Vec<&str> = abbreviations("The DSL's AUPs, a 4G phone, A4 paper, MP3s, e-mail, PSHE/RSE and I.").collect();
        assert_eq!(found, ["DSL", "AUP", "MP3", "PSHE", "RSE"]);
    }

    /// Every text of 6 of these characters has those that its words are, taken one by one.
    #[test]
    fn abbreviations_are_found_in_bytes_as_they_are_in_words() {
        let characters = ['A', 'a', 's', 'É', '’', '7', '-', ' '];
        for number in 0..8usize.pow(6) {
            let text: String = (0..6).map(|at| characters[number / 8usize.pow(at) % 8]).collect();
            let words = text.split(|character: char| !character.is_alphanumeric());
            let words = words.map(|word| word.strip_suffix('s').unwrap_or(word)).filter(|word| is_abbreviation(word));
            assert!(abbreviations(&text).eq(words), "{text}");
        }
    }
}
