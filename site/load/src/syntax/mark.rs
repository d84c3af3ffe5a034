//! A mark as typed: what stands in braces at the end of a heading or of a list item, once it is read. Who sees a part and where it holds is read
//! for all parts in one way, so that it fails closed; every other attribute means something to some readers of a part only. Each takes from
//! [`Mark::untaken`] what it knows, and reports what is left.

use super::absence::Absence;
use fingerpost_model::{Audience, Only};

/// A mark as typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mark {
    /// What it says of its part.
    pub attributes: Attributes,
    /// `only=`.
    pub only: Only,
    /// Why the part is not in this setting, by `when=` and `unless=`.
    pub absence: Option<Absence>,
    /// Where it stands.
    pub at: usize,
    /// Whether something in it was reported, so that what seems to be missing is not reported as well.
    pub is_broken: bool,
}

/// The attributes of a mark, by their signs.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Attributes {
    /// `#id`.
    pub id: Option<String>,
    /// `.class`, in their order.
    pub classes: Vec<Class>,
    /// `key=value`, each key once.
    pub pairs: Vec<Pair>,
}

/// What stands after a dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Whose duty or right a clause is.
    Audience(Audience),
    /// `.in-short`.
    InShort,
    /// `.critical`: a question that must be right.
    Critical,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pair {
    /// `ref=`: the number of a clause.
    Reference(String),
    /// Ids of something elsewhere, each with its place. There is one at least.
    Ids(IdKey, Vec<(String, usize)>),
}

/// The keys whose values are ids, in the order in which they are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdKey {
    /// `clauses=`: what a promise or a reason rests on.
    Clauses,
    /// `promises=`: the promises that a moment of a lesson practises.
    Promises,
    /// `for=`: the courses that ask a question.
    Courses,
}

impl IdKey {
    /// The key that an author types.
    pub fn word(self) -> &'static str {
        match self {
            IdKey::Clauses => "clauses",
            IdKey::Promises => "promises",
            IdKey::Courses => "for",
        }
    }
}

impl Attributes {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.classes.is_empty() && self.pairs.is_empty()
    }

    /// The ids that a key has; none where it is not typed.
    pub fn ids(&self, key: IdKey) -> &[(String, usize)] {
        let ids = self.pairs.iter().find_map(|pair| match pair {
            Pair::Ids(of, ids) if *of == key => Some(ids.as_slice()),
            Pair::Ids(..) | Pair::Reference(_) => None,
        });
        ids.unwrap_or_default()
    }

    /// The audiences, in their order.
    pub fn audiences(&self) -> impl Iterator<Item = Audience> {
        self.classes.iter().filter_map(|class| if let Class::Audience(audience) = class { Some(*audience) } else { None })
    }
}

impl Mark {
    /// `#id`.
    pub fn id(&self) -> Option<&str> {
        self.attributes.id.as_deref()
    }

    /// Whether it makes a clause of its part: it says whose duty or right it is.
    pub fn is_of_clause(&self) -> bool {
        self.attributes.audiences().next().is_some()
    }

    /// `.in-short`.
    pub fn is_in_short(&self) -> bool {
        self.attributes.classes.contains(&Class::InShort)
    }

    /// The clauses on which its part rests.
    pub fn clauses(&self) -> &[(String, usize)] {
        self.attributes.ids(IdKey::Clauses)
    }

    /// The promises that its part practises.
    pub fn promises(&self) -> &[(String, usize)] {
        self.attributes.ids(IdKey::Promises)
    }

    /// The courses that ask its question.
    pub fn courses(&self) -> &[(String, usize)] {
        self.attributes.ids(IdKey::Courses)
    }

    /// `ref=`.
    pub fn reference(&self) -> Option<&str> {
        self.attributes.pairs.iter().find_map(|pair| match pair {
            Pair::Reference(reference) => Some(reference.as_str()),
            Pair::Ids(..) => None,
        })
    }

    /// What it says, for somebody who takes of it what has a meaning for them. Conditions are gone by then.
    pub fn untaken(&self) -> Untaken<'_> {
        let Attributes { id, classes, pairs } = &self.attributes;
        let has_only = self.only != Only::Everyone;
        Untaken { at: self.at, has_id: id.is_some(), has_only, classes: classes.clone(), pairs: pairs.iter().collect() }
    }

    /// Whether it says nothing, and nothing in it was wrong.
    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty() && !self.limits() && !self.is_broken
    }

    /// Makes it the mark of a part that nobody is shown until it is mended.
    pub fn hide(&mut self) {
        self.is_broken = true;
        self.only = Only::These(Vec::new());
        self.absence = Some(Absence::Unread);
    }

    /// Whether it keeps its part from anybody, or from a setting.
    pub fn limits(&self) -> bool {
        self.only != Only::Everyone || self.absence.is_some()
    }
}

/// What of a mark nobody has taken yet.
#[derive(Debug)]
pub struct Untaken<'m> {
    /// Where what is left is reported: where the mark stands.
    pub at: usize,
    has_id: bool,
    has_only: bool,
    classes: Vec<Class>,
    pairs: Vec<&'m Pair>,
}

impl Untaken<'_> {
    /// Lets what is left be reported elsewhere than where the mark stands.
    pub fn seen_at(mut self, at: usize) -> Self {
        self.at = at;
        self
    }

    /// Takes the id.
    pub fn take_id(mut self) -> Self {
        self.has_id = false;
        self
    }

    /// Takes who sees the part.
    pub fn take_only(mut self) -> Self {
        self.has_only = false;
        self
    }

    /// Takes whose duty or right a clause is.
    pub fn take_audiences(mut self) -> Self {
        self.classes.retain(|class| !matches!(class, Class::Audience(_)));
        self
    }

    /// Takes a class that is no audience.
    pub fn take_class(mut self, class: Class) -> Self {
        self.classes.retain(|other| *other != class);
        self
    }

    /// Takes the number of a clause.
    pub fn take_reference(mut self) -> Self {
        self.pairs.retain(|pair| !matches!(pair, Pair::Reference(_)));
        self
    }

    /// Takes the ids of a key.
    pub fn take_ids(mut self, key: IdKey) -> Self {
        self.pairs.retain(|pair| !matches!(pair, Pair::Ids(of, _) if *of == key));
        self
    }

    /// The first thing that nobody took, as an author types it.
    pub fn left(&self) -> Option<String> {
        let id = self.has_id.then(|| "#".to_owned());
        let only = || self.has_only.then(|| "only=".to_owned());
        let class = || {
            self.classes.first().map(|class| match class {
                Class::Audience(audience) => format!(".{}", audience.id()),
                Class::InShort => ".in-short".to_owned(),
                Class::Critical => ".critical".to_owned(),
            })
        };
        let keys = self.pairs.iter().map(|pair| match pair {
            Pair::Reference(_) => (None, "ref"),
            Pair::Ids(key, _) => (Some(*key), key.word()),
        });
        let pair = || keys.min().map(|(_, word)| format!("{word}="));
        id.or_else(only).or_else(class).or_else(pair)
    }
}

/// Whether this can be an id: `[a-z][a-z0-9-]*`.
pub fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|next| next.is_ascii_lowercase() || next.is_ascii_digit() || next == '-')
}

#[cfg(test)]
mod tests {
    use super::{Attributes, Class, IdKey, Mark, Pair};
    use fingerpost_model::Audience;

    #[test]
    fn what_nobody_took_is_left() {
        let ids = |key| Pair::Ids(key, vec![("a".to_owned(), 0)]);
        let attributes = Attributes {
            id: Some("a".to_owned()),
            classes: vec![Class::Audience(Audience::Staff), Class::Critical],
            pairs: vec![ids(IdKey::Courses), Pair::Reference("1".to_owned()), ids(IdKey::Clauses)],
        };
        let mark = Mark { attributes, ..Mark::default() };
        let left = mark.untaken().take_id().take_audiences();
        assert_eq!(left.left().as_deref(), Some(".critical"));
        let left = left.take_class(Class::Critical);
        assert_eq!(left.left().as_deref(), Some("ref="));
        let left = left.take_reference();
        assert_eq!(left.left().as_deref(), Some("clauses="), "the order is that of the keys, and not that of their author");
        let left = left.take_ids(IdKey::Clauses);
        assert_eq!(left.left().as_deref(), Some("for="));
        assert_eq!(left.take_ids(IdKey::Courses).left(), None);
    }

    #[test]
    fn a_mark_that_says_nothing_is_none() {
        assert!(Mark { at: 5, ..Mark::default() }.is_empty());
        assert!(!Mark { is_broken: true, ..Mark::default() }.is_empty());
        let mut hidden = Mark::default();
        hidden.hide();
        assert!(!hidden.is_empty() && hidden.limits());
    }
}
