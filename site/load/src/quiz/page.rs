//! A quiz or a course as a whole: what is read, what is asked, and whether it is enough.

use super::bank::{Banks, Topic};
use super::question;
use super::words::Words;
use crate::lesson::practice::Agreements;
use crate::policy::document;
use crate::resolve::context::{Context, Resolver};
use crate::syntax::front::quiz::QuizFront;
use crate::syntax::outline::Part;
use crate::syntax::parsed_file::ParsedFile;
use fingerpost_lesson::quiz::content::Rules;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;
use fingerpost_model::{Approval, Only, QuizItem, QuizPage, Setting};
use std::collections::BTreeMap;
use std::iter;

/// The questions of a quiz, at most.
const MOST_QUESTIONS: usize = 6;
/// The questions of a course, at least: of fewer, a second go would meet most again.
const LEAST_QUESTIONS: usize = 24;

/// Reads a quiz: its headings are its questions, which are asked in their order.
pub fn quiz(typed: &ParsedFile, agreements: &Agreements<'_>, resolver: &mut Resolver<'_>) -> QuizPage {
    let mut context = resolver.context(&typed.file);
    let document = document::build_with(&typed.outline, iter::empty(), None, &Only::Everyone, &mut context);
    let mut words = Words { context: &mut context };
    let questions: Vec<QuizItem> = typed.outline.parts.iter().map(|part| question::read(part, 0, false, &mut words)).collect();
    if questions.is_empty() {
        let help = "Type a heading like ## A friend request at tea time {#friend-request}, and the question beneath it.";
        words.error(typed.outline.at, Rule::NumberOfQuestions, "This quiz asks nothing.", help);
    } else if questions.len() > MOST_QUESTIONS {
        let message = format!("This quiz has {} questions; it has {MOST_QUESTIONS} at most.", questions.len());
        words.error(typed.outline.at, Rule::NumberOfQuestions, message, "Take out those that teach least.");
    }
    let agreement = agreement(typed, agreements, words.context);
    report_twins(&questions, context.found);
    let rules = Rules { asked: 0, pass: 0, critical: 0 };
    let (id, approval) = (typed.file.stem().to_owned(), typed.approval.clone());
    QuizPage { id, only: Only::Everyone, approval, document, items: questions, rules, agreement }
}

/// The agreement that a quiz names; none where the setting goes without it.
fn agreement(typed: &ParsedFile, agreements: &Agreements<'_>, context: &mut Context<'_>) -> Option<String> {
    let named = typed.quiz.as_ref()?.agreement.as_ref()?;
    let is_here = agreements.here.iter().any(|known| known.agreement.id == named.value);
    if !is_here && !agreements.left_out.contains_key(&named.value) {
        let near = did_you_mean(&named.value, agreements.here.iter().map(|known| known.agreement.id.as_str()));
        let help = format!("{near} The agreements of a setting are named in setting.toml, like agreements = [\"parents\"].");
        context.error(named.at, Rule::UnknownAgreement, format!("This setting has no agreement \"{}\".", named.value), help);
    }
    is_here.then(|| named.value.clone())
}

/// Reads a course: its headings are its parts, and each part is a topic with questions in a file of their own.
pub fn course(typed: &ParsedFile, banks: &Banks, resolver: &mut Resolver<'_>) -> QuizPage {
    let id = typed.file.stem();
    // A part about which nothing can be asked any more is about what the setting leaves out.
    let is_left_out = |topic: &Topic| topic.has_lost && topic.questions_of(id).next().is_none();
    let parts = typed.outline.parts.iter().filter(|part| !banks.topics.get(&part.id).is_some_and(is_left_out));
    let parts: Vec<&Part> = parts.collect();
    let mut context = resolver.context(&typed.file);
    parts.iter().for_each(|part| expect_for_all(part, &mut context));
    let document = document::build_with(&typed.outline, parts.iter().copied(), None, &typed.only, &mut context);
    let mut approval = typed.approval.clone();
    let mut questions = Vec::new();
    let mut is_whole = true;
    for (index, part) in parts.into_iter().enumerate() {
        let topic = banks.topics.get(&part.id);
        let before = questions.len();
        for question in topic.into_iter().flat_map(|topic| topic.questions_of(id)) {
            let mut question = question.clone();
            question.item.topic = index;
            questions.push(question);
        }
        if topic.is_some_and(|topic| topic.absence.is_some()) {
            is_whole = false;
        } else if questions.len() == before {
            let message = "Nothing is asked about this part.";
            context.warning(
                part.at,
                Rule::NumberOfQuestions,
                message,
                format!("Write questions about it in items/{}.md.", part.id),
            );
        }
        if topic.is_some_and(|topic| topic.absence.is_none() && topic.approval == Approval::Draft) {
            approval = Approval::Draft;
        }
    }
    let front = typed.quiz.as_ref();
    if is_whole {
        expect_enough(typed, front, questions.len(), &mut context);
    }
    report_twins(&questions, context.found);
    let asked =
        front.and_then(|front| front.asked.as_ref()).and_then(|asked| u16::try_from(asked.value).ok()).unwrap_or_default();
    let asked = if usize::from(asked) < questions.len() { asked } else { 0 };
    let (pass, critical) = front.map_or((0, 0), |front| (front.pass, front.critical));
    QuizPage {
        id: id.to_owned(),
        only: typed.only.clone(),
        approval,
        document,
        items: questions,
        rules: Rules { asked, pass, critical },
        agreement: None,
    }
}

/// A part is for all who take the course: what they are asked about it is the same for all.
fn expect_for_all(part: &Part, context: &mut Context<'_>) {
    if let Some(mark) = part.mark.as_deref().filter(|mark| mark.only != Only::Everyone) {
        let message = "A part of a course is for everyone who takes it.";
        context.error(mark.at, Rule::MisplacedMark, message, "Take \"only=\" out, or put it on an item or a heading beneath.");
    }
}

fn expect_enough(typed: &ParsedFile, front: Option<&QuizFront>, count: usize, context: &mut Context<'_>) {
    // A handbook shows how, and asks nobody a second time.
    if count < LEAST_QUESTIONS && context.library.kind != Setting::HANDBOOK {
        let questions = if count == 1 { "question" } else { "questions" };
        let message =
            format!("This course has {count} {questions}; from {LEAST_QUESTIONS} on, a second go is not the first again.");
        context.warning(typed.outline.at, Rule::NumberOfQuestions, message, "Write more in the files of items/.");
    }
    if let Some(asked) = front.and_then(|front| front.asked.as_ref()).filter(|asked| asked.value as usize > count) {
        let message = format!("{} questions are to be asked, and there are {count}.", asked.value);
        context.error(asked.at, Rule::BadValue, message, "Ask fewer, or take the line out to ask all.");
    }
}

/// Reports two questions with one id.
fn report_twins(questions: &[QuizItem], found: &mut Vec<Finding>) {
    let mut first = BTreeMap::new();
    for question in questions {
        if let Some(place) = first.insert(&question.item.id, &question.place) {
            let message = format!("The question \"{}\" is at {place} already.", question.item.id);
            found.push(Finding::error(
                question.place.clone(),
                Rule::DuplicateId,
                message,
                "Give the newer of the two another id.",
            ));
        }
    }
}
