//! The sample as a handbook: two pages with a piece of each kind.

use super::pieces::place;
use super::sample;
use fingerpost_lesson::path::Path;
use fingerpost_model::{Block, Document, Example, HandbookPage, Piece, Setting};

/// The sample with these pages, and what it has besides as their examples.
pub fn setting() -> Setting {
    let setting = sample::setting();
    let agreements = setting.agreements.iter().map(|agreement| {
        let promises = agreement.promises.iter().map(|promise| promise.id.clone());
        Piece::Agreement(agreement.id.clone(), promises.collect())
    });
    let (quiz, course) = (&setting.quizzes[0], &setting.inductions[0]);
    let first = |items: &[fingerpost_model::QuizItem]| vec![items[0].item.id.clone()];
    let pieces = [
        Piece::Lesson("tell-someone".into(), Vec::new()),
        Piece::Lesson("tell-someone".into(), vec![(0, Path::Together), (0, Path::Plain), (1, Path::EasyRead)]),
        Piece::Quiz(quiz.id.clone(), first(&quiz.items)),
        Piece::Course(course.id.clone()),
        Piece::Questions(first(&course.items)),
    ];
    let examples: Vec<Block> = pieces.into_iter().chain(agreements).map(|piece| example(Some(piece))).collect();
    let handbook = vec![page("start", vec![example(None)]), page("write", examples)];
    Setting { kind: Setting::HANDBOOK.into(), handbook, ..setting }
}

fn example(piece: Option<Piece>) -> Block {
    Block::Example(Example { source: "## <b>&\n  two\n".into(), piece })
}

fn page(slug: &str, blocks: Vec<Block>) -> HandbookPage {
    let document = Document { title: slug.into(), blocks, parts: Vec::new(), place: place() };
    HandbookPage { slug: slug.into(), document }
}
