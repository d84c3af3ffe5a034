//! The pages of a site by name, for whoever looks for one: the A to Z ([`crate::part::a_to_z`]) and the search index (`fingerpost-search`).
//! [`crate::part::layout::put`] notes every page here, so that no page can be forgotten.

use fingerpost_model::Audience;

/// Who can find a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everybody, by its name and by its words.
    Everyone,
    /// Everybody, by its name. Its words stand on other pages, which are found by them.
    ByName,
    /// This audience alone: the page has parts that nobody else is shown.
    Only(Audience),
    /// Nobody: it is no place to go to.
    Nobody,
}

/// A page, as those see it who look for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its path in the output folder.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Who can find it.
    pub reach: Reach,
}
