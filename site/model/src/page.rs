//! The pages of a site that a link can name.

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
    /// The list of the other policies.
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
