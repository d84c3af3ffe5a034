//! The links to other policies that the texts of a setting hold: which policies have a place on their page follows from these links.

use fingerpost_model::OtherPolicy;
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use std::collections::BTreeSet;

/// A link to another policy. The page of other policies is for everybody, so what only hidden texts name is not put on it.
#[derive(Clone, Debug)]
pub struct NamedPolicy {
    /// Its id.
    pub id: String,
    /// Where the link stands.
    pub place: Place,
    /// Whether everybody sees the link.
    pub is_open: bool,
}

/// The policies that the page of other policies has: the setting's own, and those that a text for everybody names.
pub fn on_page(policies: &[OtherPolicy], named: &[NamedPolicy]) -> Vec<OtherPolicy> {
    let openly: BTreeSet<&str> = named.iter().filter(|named| named.is_open).map(|named| named.id.as_str()).collect();
    policies.iter().filter(|policy| policy.is_own || openly.contains(policy.id.as_str())).cloned().collect()
}

/// Reports the links to policies that the page of other policies does not have.
pub fn report_without_page(named: &[NamedPolicy], on_page: &[OtherPolicy], found: &mut Vec<Finding>) {
    for NamedPolicy { id, place, .. } in named {
        if !on_page.iter().any(|policy| policy.id == *id) {
            let message = format!(
                "This link leads to \"{id}\", which only hidden parts name, and everybody sees the page of other policies."
            );
            let help =
                format!("Write its name without a link, or type [{id}] in your own policies.toml if everybody may know of it.");
            found.push(Finding::error(place.clone(), Rule::LinkToHidden, message, help));
        }
    }
}
