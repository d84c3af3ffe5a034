//! agreements/NAME.md: what children, parents or others agree to. Each heading of level 2 is a promise, and names the clauses it rests on.
//!
//! The agreement of children says each promise on the paths of the lessons: a line, and what is said to either answer. So the same lines
//! are signed on paper and made in the quiz. Everybody else's is in ordinary words.

use super::lexicon::Lexicon;
use super::own;
use super::pictures;
use super::speech::Speaker;
use crate::policy::document;
use crate::resolve::context::Context;
use crate::syntax::ast::{Block, List};
use crate::syntax::mark::IdKey;
use crate::syntax::outline::Part;
use crate::syntax::parsed_file::ParsedFile;
use fingerpost_lesson::content::{Line, Picture};
use fingerpost_lesson::path::Path;
use fingerpost_model::finding::did_you_mean;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::text::plain;
use fingerpost_model::{Agreement, Audience, Only, Promise};

/// How many promises somebody can keep in mind, and one sheet of paper can hold.
const MOST: usize = 8;

/// Reads an agreement. One without an audience, which was reported, is none.
pub fn read(
    typed: &ParsedFile,
    audience: Option<Audience>,
    lexicon: &Lexicon<'_>,
    context: &mut Context<'_>,
) -> Option<Agreement> {
    let outline = &typed.outline;
    let audience = audience?;
    let title = plain(&context.inlines(&outline.title, &Only::Everyone)).trim().to_owned();
    let opening = document::blocks(&outline.blocks, &title, &Only::Everyone, context);
    if outline.parts.is_empty() {
        let help = "Type a heading like ## I ask first {#ask clauses=edc-2}.";
        context.error(outline.at, Rule::NoPromise, "This agreement promises nothing.", help);
    }
    if let Some(part) = outline.parts.get(MOST) {
        let message = format!("This agreement has {} promises; {MOST} is the most.", outline.parts.len());
        context.error(part.at, Rule::NoPromise, message, "Join two that belong together, or take out those that matter least.");
    }
    let mut reader = Reader { lexicon, context };
    let promises: Vec<Promise> = outline.parts.iter().map(|part| reader.promise(part, audience)).collect();
    for (part, promise) in outline.parts.iter().zip(&promises) {
        reader.expect_same_paths(part, promise, &promises);
    }
    let place = context.file.place(outline.at);
    let id = context.file.stem().to_owned();
    Some(Agreement { id, audience, approval: typed.approval.clone(), title, opening, promises, place })
}

fn is_pictures(block: &Block) -> bool {
    matches!(block, Block::Paragraph { content, .. } if pictures::is_pictures(content))
}

struct Reader<'r, 'c> {
    lexicon: &'r Lexicon<'r>,
    context: &'r mut Context<'c>,
}

impl Reader<'_, '_> {
    fn promise(&mut self, part: &Part, audience: Audience) -> Promise {
        let heading = self.context.inlines(&part.content, &Only::Everyone);
        let title = plain(&heading).trim().to_owned();
        let clauses = self.clauses(part);
        let (pictures, words): (Vec<&Block>, Vec<&Block>) = part.blocks.iter().partition(|block| is_pictures(block));
        let picture = self.picture(&pictures);
        let (mut lines, mut blocks) = ([const { None }; 4], Vec::new());
        if audience == Audience::Children {
            if pictures.is_empty() {
                let help = "Type a line like ![Asking](symbol:ask) beneath its heading.";
                self.context.error(part.at, Rule::PromisePicture, "This promise has no picture.", help);
            }
            if let Some(block) = words.first() {
                let message = "These words of the promise belong to no path.";
                self.context.error(block.at(), Rule::PromiseLine, message, "Move them beneath a heading like ### plain.");
            }
            lines = self.lines(part, picture.as_ref());
        } else {
            for inner in &part.parts {
                let message = "A heading stands inside a promise; only the agreement of children has paths.";
                self.context.error(inner.at, Rule::PromiseLine, message, "Make a promise of its own of it, or write sentences.");
            }
            if words.is_empty() {
                let message = "No words stand beneath this promise.";
                self.context.error(part.at, Rule::PromiseLine, message, "Say in a sentence or two what is promised.");
            }
            blocks = document::blocks(words, &title, &Only::Everyone, self.context);
        }
        Promise { id: part.id.clone(), title, clauses, picture, lines, blocks, place: self.context.file.place(part.at) }
    }

    /// The clauses in the mark of a promise, which holds an id besides and nothing more.
    fn clauses(&mut self, part: &Part) -> Vec<(String, Place)> {
        let mark = part.mark.clone().unwrap_or_default();
        if !mark.is_broken {
            let untaken = mark.untaken().take_id().take_ids(IdKey::Clauses);
            let message = "The mark of a promise holds its id and its clauses, and nothing else but conditions.";
            let help = "Type it like {#ask clauses=edc-2,use-6}.";
            self.context.expect_taken(&untaken, Rule::MisplacedMark, message, help);
        }
        if mark.clauses().is_empty() && !mark.is_broken {
            let message = "This promise names no clause of the policy.";
            self.context.error(
                part.at,
                Rule::PromiseClauses,
                message,
                "Type one or more in its mark, like {#ask clauses=edc-2,use-6}.",
            );
        }
        mark.clauses().iter().map(|(id, at)| (id.clone(), self.context.file.place(*at))).collect()
    }

    /// The one picture of a promise, which stands by its words on every path.
    fn picture(&mut self, blocks: &[&Block]) -> Option<Picture> {
        let mut pictures = Vec::new();
        let mut speaker = Speaker::new(self.context, self.lexicon, Path::Plain);
        for block in blocks {
            if let Block::Paragraph { content, .. } = block {
                pictures::add_pictures(content, &mut pictures, &mut speaker);
            }
        }
        pictures::expect_few(&pictures, 1, &mut speaker);
        pictures.into_iter().next().and_then(|(picture, _)| picture)
    }

    /// What is promised on each path.
    fn lines(&mut self, part: &Part, picture: Option<&Picture>) -> [Option<Line>; 4] {
        let mut lines = [const { None }; 4];
        for inner in &part.parts {
            let words = plain(&self.context.inlines(&inner.content, &Only::Everyone));
            let Some(path) = Path::from_id(words.trim()) else {
                let help = did_you_mean(words.trim(), Path::ALL.into_iter().map(Path::id));
                self.context.error(inner.at, Rule::UnknownPath, format!("\"{}\" is not a path.", words.trim()), help);
                continue;
            };
            if lines[path.index()].is_some() {
                let message = format!("This promise has the path \"{}\" already.", path.id());
                self.context.error(inner.at, Rule::PathTwice, message, "Keep one of the two.");
                continue;
            }
            lines[path.index()] = Some(self.line(inner, path, picture));
        }
        lines
    }

    /// One paragraph, and a list of what is said to each answer.
    fn line(&mut self, part: &Part, path: Path, picture: Option<&Picture>) -> Line {
        let mut speaker = Speaker::new(self.context, self.lexicon, path);
        let (mut paragraphs, mut list): (Vec<_>, Option<&List>) = (Vec::new(), None);
        for block in &part.blocks {
            match block {
                Block::Paragraph { content, .. } => paragraphs.push(content),
                Block::List(typed) if list.is_none() => list = Some(typed),
                other => speaker.misplaced(other),
            }
        }
        if paragraphs.len() != 1 || !part.parts.is_empty() {
            let message = format!("On the path \"{}\" this promise is not one paragraph.", path.id());
            speaker.error(
                part.at,
                Rule::PromiseLine,
                message,
                "Write one paragraph, the line that is promised, and then the list of answers.",
            );
        }
        let text = paragraphs.first().map(|content| speaker.text(content)).unwrap_or_default();
        let met = own::answers(list, part.at, &mut speaker);
        Line { picture: picture.cloned(), text, met }
    }

    /// Reports the paths that other promises have and this one has not: a quiz on such a path would leave it out.
    fn expect_same_paths(&mut self, part: &Part, promise: &Promise, all: &[Promise]) {
        for path in Path::ALL {
            let index = path.index();
            if promise.lines[index].is_none() && all.iter().any(|other| other.lines[index].is_some()) {
                let message = format!("This promise is not on the path \"{}\", and others are.", path.id());
                let help = format!("Write ### {} beneath it, or take that path out of the others.", path.id());
                self.context.error(part.at, Rule::PromisePath, message, help);
            }
        }
    }
}
