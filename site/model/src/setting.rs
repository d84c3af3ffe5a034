//! Everything that a setting says.

use crate::{
    Agreement, Change, Document, Invented, Law, LessonPage, Link, OtherPolicy, PageId, PageName, PolicyDependent, PolicyFacts,
    QuizPage, ReviewRecords, Role, Section, Sentence, Term,
};
use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything a setting says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// `school` or `charity`, or [`Setting::HANDBOOK`].
    pub kind: String,
    /// The setting's name.
    pub name: String,
    /// What it calls itself in running text.
    pub short: String,
    /// BCP 47 language of the content, such as `en-GB`.
    pub language: String,
    /// Where the site will stand, ending in `/`, where that is known.
    pub base_url: Option<String>,
    /// What it says about the site's host.
    pub host: Host,
    /// Whether voices may speak that send the words to a server: the switch `online_voices`.
    pub online_voices: bool,
    /// Whether it is an example, and what in it belongs to one.
    pub invented: Invented,
    /// Where "Leave this page" leads, on the page that says whom to tell and on those of `sensitive`.
    pub leave_to: String,
    /// The sections and pages about what somebody may have to hide from whoever comes in.
    pub sensitive: BTreeSet<PageId>,
    /// The setting's colour, `#rrggbb`.
    pub colour: String,
    /// The setting's logo.
    pub logo: Option<Logo>,
    /// The policy's own facts.
    pub policy: PolicyFacts,
    /// The policy's sections, by number. They are shared with a setting that is loaded again after them.
    pub sections: Vec<Arc<Section>>,
    /// The fixed pages' words.
    pub pages: BTreeMap<PageName, Document>,
    /// Roles, in the order of setting.toml.
    pub roles: Vec<Role>,
    /// Services, in the order of links.toml.
    pub links: Vec<Link>,
    /// Laws and guidance for this kind of setting, in the order of law.toml.
    pub laws: Vec<Law>,
    /// The other policies that the setting has or its texts name, in the order of policies.toml.
    pub policies: Vec<OtherPolicy>,
    /// What the versions of the policy changed, newest first.
    pub changes: Vec<Change>,
    /// The glossary, by first form.
    pub glossary: Vec<Term>,
    /// Agreements, in the order of setting.toml.
    pub agreements: Vec<Agreement>,
    /// Lessons, in the order of setting.toml.
    pub lessons: Vec<LessonPage>,
    /// What each of its files says, sentence by sentence, in the order of the files. A translation has none, because only English is measured.
    pub sentences: Vec<Arc<[Sentence]>>,
    /// All content that depends on clauses and holds here.
    pub dependents: Vec<PolicyDependent>,
    /// The records of the words of those clauses with which it was read.
    pub reviews: ReviewRecords,
    /// Quizzes for everyone, in the order of setting.toml.
    pub quizzes: Vec<QuizPage>,
    /// Courses of staff induction, in the order of setting.toml.
    pub inductions: Vec<QuizPage>,
    /// The pages of a handbook, in their order; the first is its home page.
    pub handbook: Vec<HandbookPage>,
    /// The site's own words: key to text, `{name}` for what is put in. The keys are in [`crate::words`].
    pub words: BTreeMap<String, String>,
    /// The player's words.
    pub player_strings: PlayerStrings,
    /// The words of the learner's own pages.
    pub pages_strings: PagesStrings,
    /// The words of "My journey".
    pub journey_strings: JourneyStrings,
    /// The words of quizzes and inductions.
    pub quiz_strings: QuizStrings,
    /// The translations of what can be translated, in the order of their tags.
    pub translations: Arc<[Translation]>,
}

impl Setting {
    /// The kind of a setting that is a handbook: pages in an order, with their examples, and no policy of anybody.
    pub const HANDBOOK: &'static str = "handbook";

    /// Every document that is a page or a part of one: sections, fixed pages, quizzes, courses, and the pages of a handbook. Not the parts of lessons
    /// for the adult, which stand outside a document ([`crate::walk::walk_parts`]), nor what the glossary and agreements say
    /// ([`crate::walk::walk_blocks`]).
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        let asked = self.quizzes.iter().chain(&self.inductions).map(|page| &page.document);
        let policy = self.sections.iter().map(|section| &section.document);
        policy.chain(self.pages.values()).chain(asked).chain(self.handbook.iter().map(|page| &page.document))
    }

    /// Whether it is a handbook.
    pub fn is_handbook(&self) -> bool {
        self.kind == Setting::HANDBOOK
    }
}

/// A setting in another language, as far as it is translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// BCP 47 tag, in small letters as in the files' names. It is the language of `setting` too.
    pub language: String,
    /// Everything the setting says: in this language where it is translated, in the original's where it is not. Addresses, clauses and
    /// who may see what are those of the original.
    pub setting: Setting,
    /// What is translated of the pages that authors write.
    pub pages: BTreeMap<PageId, Age>,
}

/// Whether somebody has said that a translation says what its original says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// It says the same.
    Current,
    /// The original may say something newer.
    Older,
}

/// What a setting says about the host of its site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Whether browsers are told to ask its whole host by HTTPS only.
    pub https_only: bool,
    /// Whom to tell of a weakness of the site: an address with its scheme.
    pub security_contact: Option<String>,
}

/// A setting's logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// `svg` or `png`.
    pub ending: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Its width and height, so that a page keeps the room for it; where the file says them.
    pub size: Option<(u32, u32)>,
}

/// A page of a handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandbookPage {
    /// The file's name without number and ending; its address.
    pub slug: String,
    /// Its words.
    pub document: Document,
}
