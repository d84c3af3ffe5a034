//! What the sample asks of parents and staff, for the tests of the pages.

use super::pieces::{part, place, text};
use fingerpost_lesson::content::{Sentence, Text};
use fingerpost_lesson::quiz::content::{Answer, Item, Rules, Scene};
use fingerpost_model::{Approval, Audience, Block, Document, Only, QuizItem, QuizPage};

/// A quiz that ends in the agreement of parents. One of its answers names a clause that parents may not read.
pub fn quizzes() -> Vec<QuizPage> {
    let question = question("picture", 0, false, vec![scene("", &["par-2", "dsl-9"], None)]);
    vec![QuizPage {
        id: "parents".into(),
        only: Only::Everyone,
        approval: Approval::WithPolicy,
        document: document("The parents' quiz", Vec::new()),
        items: vec![question],
        rules: Rules { asked: 0, pass: 0, critical: 0 },
        agreement: Some("parents".into()),
    }]
}

/// A course for staff, and one for staff and volunteers, who may read less.
pub fn inductions() -> Vec<QuizPage> {
    let course = |id: &str, title: &str, audiences: &[Audience]| {
        let parts = vec![
            part(2, "duties", "What is asked of you", vec![Block::Paragraph(text("Your duties stand below."))], Vec::new()),
            part(2, "reporting", "Whom you tell", vec![Block::Paragraph(text("You tell the DSL."))], Vec::new()),
        ];
        let case = vec![scene("first", &["inc-1"], Some(1)), scene("second", &["dsl-9"], Some(2)), end("last")];
        QuizPage {
            id: id.into(),
            only: Only::These(audiences.into()),
            approval: Approval::Draft,
            document: document(title, parts),
            items: vec![question("secret", 0, false, vec![scene("", &["inc-2"], None)]), question("told", 1, true, case)],
            rules: Rules { asked: 1, pass: 80, critical: 100 },
            agreement: None,
        }
    };
    vec![
        course("teacher", "Induction for teachers", &[Audience::Staff]),
        course("helper", "Induction for helpers", &[Audience::Staff, Audience::Volunteers]),
    ]
}

fn document(title: &str, parts: Vec<fingerpost_model::Part>) -> Document {
    Document { title: title.into(), blocks: vec![Block::Paragraph(text("Read this first."))], parts, place: place() }
}

/// A question whose answers rest on these clauses by their ids; each scene names its own.
fn question(id: &str, topic: usize, critical: bool, scenes: Vec<(Scene, Vec<&str>)>) -> QuizItem {
    let mut clauses = Vec::new();
    let mut own = Vec::new();
    for (mut scene, named) in scenes {
        for answer in &mut scene.answers {
            answer.clauses = (clauses.len()..clauses.len() + named.len()).collect();
        }
        clauses.extend(named.into_iter().map(|clause| (clause.to_owned(), place())));
        own.push(scene);
    }
    QuizItem { item: Item { id: id.into(), title: format!("About {id}"), topic, critical, scenes: own }, clauses, place: place() }
}

fn scene<'c>(id: &str, clauses: &[&'c str], to: Option<usize>) -> (Scene, Vec<&'c str>) {
    let answer = |right, words: &str| Answer {
        text: said(words),
        right,
        reason: said("It helps because somebody listens."),
        clauses: Vec::new(),
        to,
    };
    let answers = vec![answer(true, "I tell."), answer(false, "I wait."), answer(false, "I ask a friend.")];
    let scene = Scene {
        id: id.into(),
        title: id.into(),
        say: vec![said("It is Tuesday. A child stays behind.")],
        question: said("What do you do?"),
        answers,
    };
    (scene, clauses.to_vec())
}

fn end<'c>(id: &str) -> (Scene, Vec<&'c str>) {
    let scene =
        Scene { id: id.into(), title: id.into(), say: vec![said("It is over.")], question: Text::new(), answers: Vec::new() };
    (scene, Vec::new())
}

fn said(words: &str) -> Text {
    vec![Sentence::plain(words)]
}
