//! What one reader may see of a setting. Every page is rendered from a [`View`], never from the [`Setting`] itself: a part
//! that is meant for others is not there to be rendered, so a mistake in a page cannot leak it.

use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use fingerpost_model::{
    Agreement, Audience, Block, Change, Document, HandbookPage, Host, Item, Law, LessonPage, Link, Logo, Only, OtherPolicy,
    PageId, PageName, Part, PolicyFacts, QuizPage, Role, Section, Setting, Term,
};
use std::collections::{BTreeMap, BTreeSet};

/// A setting without the parts that this reader may not see. It hands out what is for this reader, and what is for every reader; not what
/// the generator alone asks of a setting, such as the sentences of all its files.
#[derive(Clone, Debug)]
pub struct View(Setting);

/// What the reader may see, without what is for others.
impl View {
    /// The policy's sections that this reader may see, each with the parts that it may see.
    pub fn sections(&self) -> &[Section] {
        &self.0.sections
    }

    /// The fixed pages' words.
    pub fn pages(&self) -> &BTreeMap<PageName, Document> {
        &self.0.pages
    }

    /// The pages of a handbook.
    pub fn handbook(&self) -> &[HandbookPage] {
        &self.0.handbook
    }

    /// The glossary.
    pub fn glossary(&self) -> &[Term] {
        &self.0.glossary
    }

    /// The agreements.
    pub fn agreements(&self) -> &[Agreement] {
        &self.0.agreements
    }

    /// The lessons.
    pub fn lessons(&self) -> &[LessonPage] {
        &self.0.lessons
    }

    /// The quizzes.
    pub fn quizzes(&self) -> &[QuizPage] {
        &self.0.quizzes
    }

    /// The courses that this reader takes.
    pub fn inductions(&self) -> &[QuizPage] {
        &self.0.inductions
    }
}

/// What every reader may see.
impl View {
    /// Whether it is of a handbook.
    pub fn is_handbook(&self) -> bool {
        self.0.is_handbook()
    }

    /// The setting's name.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The language of its words.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// The setting's colour.
    pub fn colour(&self) -> &str {
        &self.0.colour
    }

    /// The setting's logo.
    pub fn logo(&self) -> Option<&Logo> {
        self.0.logo.as_ref()
    }

    /// What it says about the host of its site.
    pub fn host(&self) -> &Host {
        &self.0.host
    }

    /// Whether the setting is an example.
    pub fn is_example(&self) -> bool {
        self.0.invented.example.is_some()
    }

    /// Whether voices may speak that send the words to a server.
    pub fn online_voices(&self) -> bool {
        self.0.online_voices
    }

    /// Where "Leave this page" leads.
    pub fn leave_to(&self) -> &str {
        &self.0.leave_to
    }

    /// The sections and pages about what somebody may have to hide from whoever comes in.
    pub fn sensitive(&self) -> &BTreeSet<PageId> {
        &self.0.sensitive
    }

    /// The policy's own facts.
    pub fn policy(&self) -> &PolicyFacts {
        &self.0.policy
    }

    /// The roles.
    pub fn roles(&self) -> &[Role] {
        &self.0.roles
    }

    /// The services.
    pub fn links(&self) -> &[Link] {
        &self.0.links
    }

    /// The laws and guidance.
    pub fn laws(&self) -> &[Law] {
        &self.0.laws
    }

    /// The other policies.
    pub fn policies(&self) -> &[OtherPolicy] {
        &self.0.policies
    }

    /// What the versions of the policy changed, newest first.
    pub fn changes(&self) -> &[Change] {
        &self.0.changes
    }

    /// The text of strings.toml with this key, if there is one.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.0.words.get(key).map(String::as_str)
    }

    /// The player's words.
    pub fn player_strings(&self) -> &PlayerStrings {
        &self.0.player_strings
    }

    /// The words of the learner's own pages.
    pub fn pages_strings(&self) -> &PagesStrings {
        &self.0.pages_strings
    }

    /// The words of "My journey".
    pub fn journey_strings(&self) -> &JourneyStrings {
        &self.0.journey_strings
    }

    /// The words of quizzes and inductions.
    pub fn quiz_strings(&self) -> &QuizStrings {
        &self.0.quiz_strings
    }
}

impl View {
    /// What each of these readers may see; with none of them, what everybody may.
    pub fn of(setting: &Setting, readers: &[Audience]) -> View {
        View::keeping(setting, &|only| may_see(setting, readers, only))
    }

    fn keeping(setting: &Setting, may_see: &dyn Fn(&Only) -> bool) -> View {
        let mut seen = setting.clone();
        // Each of them has a view of its own.
        seen.translations = Default::default();
        seen.sections.retain(|section| may_see(&section.only));
        for Section { document, in_short, .. } in &mut seen.sections {
            in_short.iter_mut().for_each(|in_short| keep_in_blocks(&mut in_short.blocks, may_see));
            keep_in_document(document, may_see);
        }
        for document in seen.pages.values_mut().chain(seen.handbook.iter_mut().map(|page| &mut page.document)) {
            keep_in_document(document, may_see);
        }
        for pages in [&mut seen.quizzes, &mut seen.inductions] {
            pages.retain(|page| may_see(&page.only));
            pages.iter_mut().for_each(|page| keep_in_document(&mut page.document, may_see));
        }
        for term in &mut seen.glossary {
            keep_in_blocks(&mut term.meaning, may_see);
        }
        for agreement in &mut seen.agreements {
            keep_in_blocks(&mut agreement.opening, may_see);
            agreement.promises.iter_mut().for_each(|promise| keep_in_blocks(&mut promise.blocks, may_see));
        }
        for page in &mut seen.lessons {
            keep_in_parts(&mut page.adult, may_see);
        }
        View(seen)
    }
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
