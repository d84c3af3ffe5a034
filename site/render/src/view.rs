//! What one reader may see of a setting. Every page is rendered from a [`View`], never from the [`Setting`] itself: a part
//! that is meant for others is not there to be rendered, so a mistake in a page cannot leak it.

use crate::seen::Seen;
use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use fingerpost_model::{
    Agreement, Audience, Block, Change, Document, HandbookPage, Host, Item, Law, LessonPage, Link, Logo, Only, OtherPolicy,
    PageId, PageName, Part, PolicyFacts, QuizPage, Role, Section, Setting, Term,
};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A setting without the parts that this reader may not see. It hands out what is for this reader, and what is for every reader; not what
/// the generator alone asks of a setting, such as the sentences of all its files. What holds no such part is the setting's own: only the rest is
/// copied.
#[derive(Clone, Debug)]
pub struct View<'s> {
    /// The setting, for what every reader may see.
    setting: &'s Setting,
    sections: Seen<'s, Section>,
    pages: Cow<'s, BTreeMap<PageName, Document>>,
    handbook: Cow<'s, [HandbookPage]>,
    glossary: Cow<'s, [Term]>,
    agreements: Seen<'s, Agreement>,
    lessons: Seen<'s, LessonPage>,
    quizzes: Seen<'s, QuizPage>,
    inductions: Seen<'s, QuizPage>,
}

/// What the reader may see, without what is for others.
impl<'s> View<'s> {
    /// The policy's sections that this reader may see, each with the parts that it may see.
    pub fn sections(&self) -> &Seen<'s, Section> {
        &self.sections
    }

    /// The fixed pages' words.
    pub fn pages(&self) -> &BTreeMap<PageName, Document> {
        &self.pages
    }

    /// The pages of a handbook.
    pub fn handbook(&self) -> &[HandbookPage] {
        &self.handbook
    }

    /// The glossary.
    pub fn glossary(&self) -> &[Term] {
        &self.glossary
    }

    /// The agreements.
    pub fn agreements(&self) -> &Seen<'s, Agreement> {
        &self.agreements
    }

    /// The lessons.
    pub fn lessons(&self) -> &Seen<'s, LessonPage> {
        &self.lessons
    }

    /// The quizzes.
    pub fn quizzes(&self) -> &Seen<'s, QuizPage> {
        &self.quizzes
    }

    /// The courses that this reader takes.
    pub fn inductions(&self) -> &Seen<'s, QuizPage> {
        &self.inductions
    }
}

/// What every reader may see.
impl View<'_> {
    /// Whether it is of a handbook.
    pub fn is_handbook(&self) -> bool {
        self.setting.is_handbook()
    }

    /// The setting's name.
    pub fn name(&self) -> &str {
        &self.setting.name
    }

    /// The language of its words.
    pub fn language(&self) -> &str {
        &self.setting.language
    }

    /// The setting's colour.
    pub fn colour(&self) -> &str {
        &self.setting.colour
    }

    /// The setting's logo.
    pub fn logo(&self) -> Option<&Logo> {
        self.setting.logo.as_ref()
    }

    /// What it says about the host of its site.
    pub fn host(&self) -> &Host {
        &self.setting.host
    }

    /// Whether the setting is an example.
    pub fn is_example(&self) -> bool {
        self.setting.invented.example.is_some()
    }

    /// Whether voices may speak that send the words to a server.
    pub fn online_voices(&self) -> bool {
        self.setting.online_voices
    }

    /// Where "Leave this page" leads.
    pub fn leave_to(&self) -> &str {
        &self.setting.leave_to
    }

    /// The sections and pages about what somebody may have to hide from whoever comes in.
    pub fn sensitive(&self) -> &BTreeSet<PageId> {
        &self.setting.sensitive
    }

    /// The policy's own facts.
    pub fn policy(&self) -> &PolicyFacts {
        &self.setting.policy
    }

    /// The roles.
    pub fn roles(&self) -> &[Role] {
        &self.setting.roles
    }

    /// The services.
    pub fn links(&self) -> &[Link] {
        &self.setting.links
    }

    /// The laws and guidance.
    pub fn laws(&self) -> &[Law] {
        &self.setting.laws
    }

    /// The other policies.
    pub fn policies(&self) -> &[OtherPolicy] {
        &self.setting.policies
    }

    /// What the versions of the policy changed, newest first.
    pub fn changes(&self) -> &[Change] {
        &self.setting.changes
    }

    /// The text of strings.toml with this key, if there is one.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.setting.words.get(key).map(String::as_str)
    }

    /// The player's words.
    pub fn player_strings(&self) -> &PlayerStrings {
        &self.setting.player_strings
    }

    /// The words of the learner's own pages.
    pub fn pages_strings(&self) -> &PagesStrings {
        &self.setting.pages_strings
    }

    /// The words of "My journey".
    pub fn journey_strings(&self) -> &JourneyStrings {
        &self.setting.journey_strings
    }

    /// The words of quizzes and inductions.
    pub fn quiz_strings(&self) -> &QuizStrings {
        &self.setting.quiz_strings
    }
}

impl<'s> View<'s> {
    /// What each of these readers may see; with none of them, what everybody may.
    pub fn of(setting: &'s Setting, readers: &[Audience]) -> View<'s> {
        let may_see = |only: &Only| may_see(setting, readers, only);
        let document = |document: &Document| document_is_whole(document, &may_see);
        let keep = |document: &mut Document| keep_in_document(document, &may_see);
        let course = |page: &QuizPage| document(&page.document);
        let keep_course = |page: &mut QuizPage| keep(&mut page.document);
        let sections = setting.sections.iter().map(|section| &**section).filter(|section| may_see(&section.only));
        let quizzes = |pages: &'s [QuizPage]| Seen::of(pages.iter().filter(|page| may_see(&page.only)), course, keep_course);
        View {
            setting,
            sections: Seen::of(
                sections,
                |Section { document: words, in_short, .. }| {
                    document(words) && in_short.iter().all(|in_short| blocks_are_whole(&in_short.blocks, &may_see))
                },
                |Section { document, in_short, .. }| {
                    in_short.iter_mut().for_each(|in_short| keep_in_blocks(&mut in_short.blocks, &may_see));
                    keep(document);
                },
            ),
            pages: if setting.pages.values().all(document) {
                Cow::Borrowed(&setting.pages)
            } else {
                let mut pages = setting.pages.clone();
                pages.values_mut().for_each(keep);
                Cow::Owned(pages)
            },
            handbook: whole_or(&setting.handbook, |page| document(&page.document), |page| keep(&mut page.document)),
            glossary: whole_or(
                &setting.glossary,
                |term| blocks_are_whole(&term.meaning, &may_see),
                |term| keep_in_blocks(&mut term.meaning, &may_see),
            ),
            agreements: Seen::of(
                setting.agreements.iter(),
                |agreement| {
                    let promises = agreement.promises.iter().map(|promise| &promise.blocks);
                    std::iter::once(&agreement.opening).chain(promises).all(|blocks| blocks_are_whole(blocks, &may_see))
                },
                |agreement| {
                    keep_in_blocks(&mut agreement.opening, &may_see);
                    agreement.promises.iter_mut().for_each(|promise| keep_in_blocks(&mut promise.blocks, &may_see));
                },
            ),
            lessons: Seen::of(
                setting.lessons.iter(),
                |page| parts_are_whole(&page.adult, &may_see),
                |page| keep_in_parts(&mut page.adult, &may_see),
            ),
            quizzes: quizzes(&setting.quizzes),
            inductions: quizzes(&setting.inductions),
        }
    }
}

/// All of these as they are, if each is whole; else a copy in which what is not for this reader is left out.
fn whole_or<'s, T: Clone>(all: &'s [T], is_whole: impl Fn(&T) -> bool, keep: impl Fn(&mut T)) -> Cow<'s, [T]> {
    if all.iter().all(is_whole) {
        return Cow::Borrowed(all);
    }
    let mut kept = all.to_vec();
    kept.iter_mut().for_each(keep);
    Cow::Owned(kept)
}

/// Whether each of these readers may see a part. A handbook shows all of it, because whoever writes for some readers reads it too; what a
/// broken mark hides stays hidden.
pub fn may_see(setting: &Setting, readers: &[Audience], only: &Only) -> bool {
    match only {
        Only::Everyone => true,
        Only::These(these) if setting.is_handbook() => !these.is_empty(),
        Only::These(these) => !readers.is_empty() && readers.iter().all(|reader| these.contains(reader)),
    }
}

fn keep_in_document(document: &mut Document, may_see: &dyn Fn(&Only) -> bool) {
    keep_in_blocks(&mut document.blocks, may_see);
    keep_in_parts(&mut document.parts, may_see);
}

fn keep_in_parts(parts: &mut Vec<Part>, may_see: &dyn Fn(&Only) -> bool) {
    parts.retain(|part| may_see(&part.only));
    for part in parts {
        keep_in_blocks(&mut part.blocks, may_see);
        keep_in_parts(&mut part.parts, may_see);
    }
}

fn keep_in_blocks(blocks: &mut Vec<Block>, may_see: &dyn Fn(&Only) -> bool) {
    for block in blocks.iter_mut() {
        match block {
            Block::List { items, .. } => {
                items.retain(|item| may_see(&item.only));
                for Item { blocks, .. } in items {
                    keep_in_blocks(blocks, may_see);
                }
            }
            Block::Quote(inner) => keep_in_blocks(inner, may_see),
            Block::Paragraph(_) | Block::Code(_) | Block::Example(_) | Block::Table(_) | Block::Rule => {}
        }
    }
    blocks.retain(|block| !matches!(block, Block::List { items, .. } if items.is_empty()));
}

fn document_is_whole(document: &Document, may_see: &dyn Fn(&Only) -> bool) -> bool {
    blocks_are_whole(&document.blocks, may_see) && parts_are_whole(&document.parts, may_see)
}

fn parts_are_whole(parts: &[Part], may_see: &dyn Fn(&Only) -> bool) -> bool {
    parts
        .iter()
        .all(|part| may_see(&part.only) && blocks_are_whole(&part.blocks, may_see) && parts_are_whole(&part.parts, may_see))
}

/// Whether [`keep_in_blocks`] would leave these as they are.
fn blocks_are_whole(blocks: &[Block], may_see: &dyn Fn(&Only) -> bool) -> bool {
    blocks.iter().all(|block| match block {
        Block::List { items, .. } => {
            !items.is_empty() && items.iter().all(|item| may_see(&item.only) && blocks_are_whole(&item.blocks, may_see))
        }
        Block::Quote(inner) => blocks_are_whole(inner, may_see),
        Block::Paragraph(_) | Block::Code(_) | Block::Example(_) | Block::Table(_) | Block::Rule => true,
    })
}

#[cfg(test)]
mod tests {
    use super::{blocks_are_whole, keep_in_blocks};
    use crate::tests::pieces::{place, text};
    use fingerpost_model::{Audience, Block, Item, Only};

    /// Every list of one or two items, each for everybody, for staff, or for nobody, one of them with such a list inside, also in a quotation.
    fn all_blocks(depth: usize) -> Vec<Vec<Block>> {
        let onlys = [Only::Everyone, Only::These(vec![Audience::Staff]), Only::These(Vec::new())];
        let inner: Vec<Vec<Block>> =
            if depth == 0 { vec![vec![Block::Paragraph(text("words"))], Vec::new()] } else { all_blocks(depth - 1) };
        let item = |only: &Only, blocks: &[Block]| Item {
            ticked: None,
            blocks: blocks.to_vec(),
            clause: None,
            only: only.clone(),
            place: place(),
        };
        let mut all = vec![vec![Block::List { start: None, items: Vec::new() }]];
        for blocks in &inner {
            all.push(vec![Block::Quote(blocks.clone())]);
            for only in &onlys {
                all.push(vec![Block::List { start: None, items: vec![item(only, blocks)] }]);
                all.push(vec![
                    Block::Rule,
                    Block::List { start: Some(1), items: vec![item(&Only::Everyone, &[]), item(only, blocks)] },
                ]);
            }
        }
        all
    }

    #[test]
    fn what_is_borrowed_is_what_a_copy_would_keep() {
        let mut whole = 0;
        for readers in [&[][..], &[Audience::Staff]] {
            let may_see = |only: &Only| match only {
                Only::Everyone => true,
                Only::These(these) => !readers.is_empty() && readers.iter().all(|reader| these.contains(reader)),
            };
            for blocks in all_blocks(2) {
                let mut kept = blocks.clone();
                keep_in_blocks(&mut kept, &may_see);
                assert_eq!(blocks_are_whole(&blocks, &may_see), kept == blocks, "{blocks:?}");
                whole += usize::from(kept == blocks);
            }
        }
        assert!(whole > 10, "some are whole");
    }
}
