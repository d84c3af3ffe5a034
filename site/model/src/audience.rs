//! For whom a clause or a part is, and how strong a clause is.

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
