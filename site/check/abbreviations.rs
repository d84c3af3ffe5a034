//! Abbreviations that nobody explains: words of capital letters that stand in the content and not in the glossary (WCAG 2.2, 3.1.4).

use crate::finding::Finding;
use crate::model::{Block, Document, Inline, Part, Setting};
use crate::place::Place;
use fingerpost_lesson::content::{Activity, Lesson, Step, Text, words};
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
            if known.insert(abbreviation.to_owned()) {
                let message = format!("\"{abbreviation}\" is not in the glossary.");
                let mend = format!(
                    "Explain it in glossary.md under a line like ## {abbreviation} {{#{}}}.",
                    abbreviation.to_lowercase()
                );
                findings.push(Finding::warning(place.clone(), "unexplained-abbreviation", message, mend));
            }
        }
    };
    for section in &setting.sections {
        in_document(&section.document, &mut report);
        if let Some(short) = &section.in_short {
            in_blocks(&short.blocks, &section.document.place, &mut report);
        }
    }
    for document in setting.pages.values() {
        in_document(document, &mut report);
    }
    for page in &setting.lessons {
        report(&page.aim, &page.place);
        in_lesson(&page.lesson, &mut |text| report(text, &page.place));
    }
    for term in &setting.glossary {
        in_blocks(&term.meaning, &term.place, &mut report);
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
    text.split(|character: char| !character.is_alphanumeric()).filter_map(|word| {
        let word = word.strip_suffix('s').unwrap_or(word);
        let capitals = word.chars().filter(|character| character.is_uppercase()).count();
        (capitals >= 2 && !word.chars().any(char::is_lowercase)).then_some(word)
    })
}

type Report<'r> = &'r mut dyn FnMut(&str, &Place);

fn in_document(document: &Document, report: Report) {
    report(&document.title, &document.place);
    in_blocks(&document.blocks, &document.place, report);
    in_parts(&document.parts, report);
}

fn in_parts(parts: &[Part], report: Report) {
    for part in parts {
        in_inlines(&part.heading, &part.place, report);
        in_blocks(&part.blocks, &part.place, report);
        in_parts(&part.parts, report);
    }
}

fn in_blocks(blocks: &[Block], place: &Place, report: Report) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => in_inlines(inlines, place, report),
            Block::List { items, .. } => items.iter().for_each(|item| in_blocks(&item.blocks, &item.place, report)),
            Block::Quote(inner) => in_blocks(inner, place, report),
            Block::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| in_inlines(cell, place, report));
            }
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn in_inlines(inlines: &[Inline], place: &Place, report: Report) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => report(text, place),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => {
                in_inlines(inner, place, report)
            }
            Inline::Symbol { alt, .. } => report(alt, place),
            Inline::Code(_) | Inline::Break => {}
        }
    }
}

fn in_lesson(lesson: &Lesson, report: &mut dyn FnMut(&str)) {
    report(&lesson.title);
    for moment in &lesson.moments {
        report(&moment.title);
        moment.steps.iter().flatten().for_each(|step| in_step(step, report));
    }
}

fn in_step(step: &Step, report: &mut dyn FnMut(&str)) {
    let mut said = |text: &Text| report(&words(text));
    step.say.iter().for_each(&mut said);
    [&step.question, &step.hint, &step.after].into_iter().for_each(&mut said);
    step.activity.texts().into_iter().for_each(said);
    if let Activity::Story(scenes) = &step.activity {
        scenes.iter().for_each(|scene| report(&scene.title));
    }
}

#[cfg(test)]
mod tests {
    use super::abbreviations;

    #[test]
    fn an_abbreviation_is_a_word_of_capitals_and_figures() {
        let found: Vec<&str> = abbreviations("The DSL's AUPs, a 4G phone, A4 paper, MP3s, e-mail, PSHE/RSE and I.").collect();
        assert_eq!(found, ["DSL", "AUP", "MP3", "PSHE", "RSE"]);
    }
}
