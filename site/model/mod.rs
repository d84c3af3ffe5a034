//! What a setting is, once loaded: plain data, every part with its place. Nothing here reads, checks or renders.

mod invented;
mod questions;
mod quizzes;
mod registers;

pub use invented::{ExampleFact, Invented};
pub use questions::{Question, ReadAgainst, Reading, Records};
pub use quizzes::{QuizItem, QuizPage};
pub use registers::{Change, Law, LawStatus, Link, LinkStatus, OtherPolicy};

use crate::place::Place;
use fingerpost_lesson::content::{Lesson, Line, Picture};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Whose duty or right a clause is, and for whom a part is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Audience {
    Everyone,
    Children,
    Parents,
    Staff,
    Volunteers,
    Visitors,
    Leaders,
    Governors,
    Technical,
    Dsl,
    Organisation,
}

impl Audience {
    /// All audiences, in the order in which they are listed to a reader.
    pub const ALL: [Audience; 11] = [
        Audience::Everyone,
        Audience::Children,
        Audience::Parents,
        Audience::Staff,
        Audience::Volunteers,
        Audience::Visitors,
        Audience::Leaders,
        Audience::Governors,
        Audience::Technical,
        Audience::Dsl,
        Audience::Organisation,
    ];

    /// Those that have a page of their own, in the order in which the pages are listed. All but those that are not a reader.
    pub const WITH_A_PAGE: [Audience; 9] = [
        Audience::Children,
        Audience::Parents,
        Audience::Staff,
        Audience::Volunteers,
        Audience::Visitors,
        Audience::Dsl,
        Audience::Technical,
        Audience::Leaders,
        Audience::Governors,
    ];

    /// The id that an author types.
    pub fn id(self) -> &'static str {
        match self {
            Audience::Everyone => "everyone",
            Audience::Children => "children",
            Audience::Parents => "parents",
            Audience::Staff => "staff",
            Audience::Volunteers => "volunteers",
            Audience::Visitors => "visitors",
            Audience::Leaders => "leaders",
            Audience::Governors => "governors",
            Audience::Technical => "technical",
            Audience::Dsl => "dsl",
            Audience::Organisation => "organisation",
        }
    }

    /// The audience with this id, if there is one.
    pub fn from_id(id: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|audience| audience.id() == id)
    }
}

/// For whom a part is meant. The default is everyone.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Only {
    /// No limit.
    #[default]
    Everyone,
    /// These audiences and no one else. An empty list (an audience that could not be read) is shown to no one: a mark fails closed.
    These(Vec<Audience>),
}

/// How strong a clause is. It comes from the clause's own words, so that the two never disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Strength {
    Must,
    MustNot,
    Should,
    ShouldNot,
    Is,
}

/// What makes a list item or a heading a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Stable id and address.
    pub id: String,
    /// The document's own number, or the one counted from section, heading and item.
    pub reference: String,
    /// Whose duty it is; at least one.
    pub audiences: Vec<Audience>,
    /// How strong it is.
    pub strength: Strength,
    /// Its words as typed in this setting, names unreplaced and on one line, with what stands beneath it and is no clause of its own. Of a
    /// translation they are the original's.
    pub words: String,
    /// Where the mark stands.
    pub place: Place,
}

/// Running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words, with names already replaced.
    Text(String),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Words in another language.
    Span {
        /// Its BCP 47 tag.
        language: String,
        /// The words.
        content: Vec<Inline>,
    },
    /// Code.
    Code(String),
    /// A link.
    Link {
        /// Where it goes.
        to: Target,
        /// What it says.
        content: Vec<Inline>,
    },
    /// A symbol with its words.
    Symbol {
        /// Concept id.
        id: String,
        /// What it shows.
        alt: String,
    },
    /// A forced new line.
    Break,
}

/// Where a link goes, after resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of the site and, perhaps, a place in it.
    Page {
        /// Which page.
        page: PageId,
        /// The id in it.
        fragment: Option<String>,
    },
    /// `https:`, `http:`, `tel:` or `sms:`, as typed.
    Address(String),
}

/// A page of the site that a link can name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageId {
    /// A section of the policy, by the file's name without number and ending (`05-dsl.md` is `dsl`).
    Section(String),
    /// One of the fixed pages, by its name (`get-help`).
    Fixed(PageName),
    /// The glossary.
    Glossary,
    /// The laws and guidance that the policy names.
    Laws,
    /// The other policies that it names.
    OtherPolicies,
    /// A lesson, by id.
    Lesson(String),
    /// An agreement, by id.
    Agreement(String),
    /// A quiz, by id.
    Quiz(String),
    /// A course of staff induction, by id.
    Induction(String),
    /// A page of a handbook, by the file's name without number and ending.
    Handbook(String),
}

/// The pages whose words an author writes in `pages/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PageName {
    Home,
    GetHelp,
    Contacts,
    Accessibility,
    Privacy,
    NotFound,
}

impl PageName {
    /// All of them.
    pub const ALL: [PageName; 6] =
        [PageName::Home, PageName::GetHelp, PageName::Contacts, PageName::Accessibility, PageName::Privacy, PageName::NotFound];

    /// Those that a handbook has too: its lessons can be tried, and whoever tries one may be worried.
    pub const OF_HANDBOOK: [PageName; 3] = [PageName::GetHelp, PageName::Privacy, PageName::NotFound];

    /// The file's name in `pages/`, without its ending.
    pub fn file_stem(self) -> &'static str {
        match self {
            PageName::Home => "home",
            PageName::GetHelp => "get-help",
            PageName::Contacts => "contacts",
            PageName::Accessibility => "accessibility",
            PageName::Privacy => "privacy",
            PageName::NotFound => "not-found",
        }
    }
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number, for a numbered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code(String),
    /// An example of a handbook.
    Example(Example),
    /// A table.
    Table(Table),
    /// A thematic break.
    Rule,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is about: the words of the heading, the term or the title beneath which it stands.
    pub about: String,
    /// The cells of its first row.
    pub head: Vec<Vec<Inline>>,
    /// Those of the others.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// On which side the words of each column stand.
    pub align: Vec<Align>,
}

impl Table {
    /// All its cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &Vec<Inline>> {
        self.head.iter().chain(self.rows.iter().flatten())
    }
}

/// On which side of its column the words of a cell stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Where lines begin.
    Start,
    /// In the middle.
    Middle,
    /// Where lines end.
    End,
}

/// An example of a handbook: what is typed, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What is typed.
    pub source: String,
    /// What it is a piece of; nothing for words that are only shown.
    pub piece: Option<Piece>,
}

/// A piece of a file, as a handbook shows it. The file is known by its name without ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Of a lesson, with the steps that it holds: the moment, as an index into the lesson's, and the path.
    Lesson(String, Vec<(usize, Path)>),
    /// Of an agreement, with the ids of the promises that it holds.
    Agreement(String, Vec<String>),
    /// Of a quiz, with the ids of the questions that it holds.
    Quiz(String, Vec<String>),
    /// Of a course of staff induction.
    Course(String),
    /// Of the questions of courses, with the ids of those that it holds.
    Questions(Vec<String>),
}

/// A list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its box to tick on paper: whether it is ticked.
    pub ticked: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Its mark as a clause.
    pub clause: Option<Clause>,
    /// For whom it is.
    pub only: Only,
    /// Where it begins.
    pub place: Place,
}

/// A heading (level 2 and deeper) with all that stands beneath it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// 2 to 6.
    pub level: u8,
    /// Its address in the page: typed, or made from its words.
    pub id: String,
    /// Its words.
    pub heading: Vec<Inline>,
    /// Its mark as a clause.
    pub clause: Option<Clause>,
    /// For whom it and all beneath it are.
    pub only: Only,
    /// What stands before its first sub-heading.
    pub blocks: Vec<Block>,
    /// Its sub-headings.
    pub parts: Vec<Part>,
    /// Where it begins.
    pub place: Place,
}

/// A Markdown file as a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The words of the level-1 heading.
    pub title: String,
    /// What stands before the first level-2 heading.
    pub blocks: Vec<Block>,
    /// The level-2 headings.
    pub parts: Vec<Part>,
    /// Where the title stands.
    pub place: Place,
}

/// A section of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The file's name without number and ending; its address.
    pub slug: String,
    /// Its number in the policy.
    pub number: u32,
    /// For whom the whole section is.
    pub only: Only,
    /// Who has approved it.
    pub approval: Approval,
    /// What it says to a parent in a few sentences. It is no part of the document: it has no clauses and no number.
    pub in_short: Option<InShort>,
    /// Its words.
    pub document: Document,
}

/// Who has approved a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Approval {
    /// Whoever approved the policy, on the same day.
    WithPolicy,
    /// Somebody, on a day of its own.
    By {
        /// Who.
        who: String,
        /// When.
        on: Day,
    },
    /// Nobody yet.
    Draft,
}

/// The "In short" of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InShort {
    /// Its address in the page.
    pub id: String,
    /// The words of its heading.
    pub heading: Vec<Inline>,
    /// Paragraphs and lists.
    pub blocks: Vec<Block>,
}

/// A day, as setting.toml gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Year.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// The policy's own facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFacts {
    /// What it is called.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Where `version` is typed.
    pub version_place: Place,
    /// The role that owns it: an id in [`Setting::roles`].
    pub owner: String,
    /// Who approved it.
    pub approved_by: String,
    /// When it was approved.
    pub approved_on: Day,
    /// Where that is typed.
    pub approved_place: Place,
    /// When it was last reviewed.
    pub reviewed_on: Day,
    /// Where that is typed.
    pub reviewed_place: Place,
    /// When the next review is due.
    pub next_review: Day,
    /// Where `next_review` is typed.
    pub next_review_place: Place,
}

/// A role, never a named person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id in setting.toml.
    pub id: String,
    /// What it is called in running text.
    pub title: String,
    /// A short form, such as `DSL`.
    pub short: Option<String>,
    /// A telephone number.
    pub phone: Option<String>,
    /// An e-mail address: the part before the `@` and the part after it, kept apart so that it is never written whole.
    pub email: Option<(String, String)>,
    /// Where to find them.
    pub place: Option<String>,
    /// When they can be reached.
    pub hours: Option<String>,
    /// What they are for.
    pub about: String,
}

/// A word that needs explaining.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its address in the glossary.
    pub id: String,
    /// Its forms, the first being the one it is listed under.
    pub forms: Vec<String>,
    /// What it means.
    pub meaning: Vec<Block>,
    /// Where it stands.
    pub place: Place,
}

/// A lesson with what its page needs besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonPage {
    /// The lesson itself.
    pub lesson: Lesson,
    /// Who has approved it.
    pub approval: Approval,
    /// What the learner can do afterwards, for the adult.
    pub aim: String,
    /// The clauses it rests on.
    pub clauses: Vec<(String, Place)>,
    /// What an adult does before, with and after it: the headings of the part for the adult; empty where nobody has written it.
    pub adult: Vec<Part>,
    /// The agreement whose promises it practises, by its id.
    pub agreement: Option<String>,
    /// The moments whose steps are its worksheet, in their order: indexes into the lesson's.
    pub worksheet: Vec<usize>,
    /// What somebody has recorded for it. A translation has none, because nobody reads its words.
    pub sounds: Vec<Sound>,
    /// Where it begins.
    pub place: Place,
}

/// What an audience agrees to, each promise with the clauses that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The file's name without its ending; its address.
    pub id: String,
    /// Who agrees.
    pub audience: Audience,
    /// Who has approved it.
    pub approval: Approval,
    /// What it is called.
    pub title: String,
    /// What stands before the promises.
    pub opening: Vec<Block>,
    /// The promises, in their order.
    pub promises: Vec<Promise>,
    /// Where it begins.
    pub place: Place,
}

impl Agreement {
    /// Its lines on a path; none where it does not have the path.
    pub fn lines(&self, path: Path) -> Vec<Line> {
        self.promises.iter().filter_map(|promise| promise.lines[path.index()].clone()).collect()
    }
}

/// One promise of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its address in the page, and the name by which a lesson says that it practises it.
    pub id: String,
    /// The words of its heading.
    pub title: String,
    /// The clauses it rests on.
    pub clauses: Vec<(String, Place)>,
    /// The picture that stands for it in the agreement of children.
    pub picture: Option<Picture>,
    /// What children promise on each path, with what is said to their answers; in every other agreement none.
    pub lines: [Option<Line>; 4],
    /// What is promised in every other agreement.
    pub blocks: Vec<Block>,
    /// Where it begins.
    pub place: Place,
}

/// Somebody who reads aloud what a step says, recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// The moment: an index into the lesson's.
    pub moment: usize,
    /// The path; the moment has a step on it.
    pub path: Path,
    /// What the file's name ends in, such as `mp3`.
    pub ending: String,
    /// Whether it is the setting's own, and not a shared one.
    pub is_own: bool,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// A sentence that a reader meets, with its names replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// For whom it is.
    pub register: Register,
    /// Its words.
    pub words: String,
    /// Where it begins.
    pub place: Place,
}

/// For whom words are, which says how hard they may be (docs/dev/evidence.md, Reading limits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Register {
    /// A learner on a path.
    Path(Path),
    /// Parents and everybody else.
    Plain,
    /// Staff, and the policy itself.
    Standard,
}

/// A page of a handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandbookPage {
    /// The file's name without number and ending; its address.
    pub slug: String,
    /// Its words.
    pub document: Document,
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
    /// The policy's sections, by number.
    pub sections: Vec<Section>,
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
    /// What its files say, sentence by sentence, in the order of the files. A translation has none, because only English is measured.
    pub said: Vec<Said>,
    /// All that rests on clauses and holds here.
    pub questions: Vec<Question>,
    /// With which words of those clauses it was read.
    pub read_against: ReadAgainst,
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
    /// The same in other languages, by their tags.
    pub translations: Arc<[Translation]>,
}

impl Setting {
    /// The kind of a setting that is a handbook: pages in an order, with their examples, and no policy of anybody.
    pub const HANDBOOK: &'static str = "handbook";

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
