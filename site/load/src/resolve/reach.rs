//! Who sees a part, where parts that are limited stand inside one another and link to one another.

use fingerpost_model::Only;

/// Who sees a part inside another part: those who see both.
pub fn narrow(outer: &Only, inner: &Only) -> Only {
    match (outer, inner) {
        (Only::Everyone, only) | (only, Only::Everyone) => only.clone(),
        (Only::These(outer), Only::These(inner)) => {
            Only::These(outer.iter().copied().filter(|audience| inner.contains(audience)).collect())
        }
    }
}

/// Whether everybody who sees `from` sees `to` as well.
pub fn may_link(from: &Only, to: &Only) -> bool {
    match (from, to) {
        (_, Only::Everyone) => true,
        (Only::Everyone, Only::These(_)) => false,
        (Only::These(from), Only::These(to)) => from.iter().all(|audience| to.contains(audience)),
    }
}

#[cfg(test)]
mod tests {
    use super::{may_link, narrow};
    use fingerpost_model::{Audience, Only};

    #[test]
    fn a_link_must_not_show_what_its_reader_cannot_open() {
        let staff = Only::These(vec![Audience::Staff]);
        let both = Only::These(vec![Audience::Staff, Audience::Dsl]);
        assert!(may_link(&staff, &Only::Everyone) && may_link(&staff, &both) && may_link(&staff, &staff));
        assert!(!may_link(&Only::Everyone, &staff) && !may_link(&both, &staff));
        assert_eq!(narrow(&both, &staff), staff);
        assert_eq!(narrow(&Only::Everyone, &both), both);
        assert_eq!(narrow(&Only::These(vec![Audience::Dsl]), &staff), Only::These(vec![]));
    }
}
