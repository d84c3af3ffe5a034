//! policies.toml: the other policies that this one names. What a policy is about stands in the shared file; who owns it here, its dates and
//! where to get it stand in the setting's own. So an entry is joined key by key.

use super::links_file::{entry_id, optional_url};
use crate::source::layers::{Catalog, Layers};
use crate::syntax::table::Toml;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;
use fingerpost_model::{OtherPolicy, Role};

/// Reads policies.toml, of the setting and shared.
pub fn read(tomls: &[Toml<'_>], roles: &[Role], found: &mut Vec<Finding>) -> Catalog<OtherPolicy> {
    Catalog::read(tomls, found, |id, layers, found| policy(id, layers, roles, found))
}

fn policy(id: &str, mut layers: Layers<'_>, roles: &[Role], found: &mut Vec<Finding>) -> OtherPolicy {
    let url = layers.raw_text("url", found);
    let policy = OtherPolicy {
        id: entry_id(id, layers.last(), found),
        label: layers.text("label", found),
        about: layers.text("about", found),
        owner: owner(&mut layers, roles, found),
        reviewed_on: layers.optional_day("reviewed_on", found),
        next_review: layers.optional_day("next_review", found),
        next_review_place: layers.place_of("next_review"),
        where_to_get: layers.optional_text("where", found),
        url: url.and_then(|(url, file)| optional_url(Some(url), file, found)),
        is_own: layers.is_own(),
        place: layers.place(),
    };
    layers.finish(found);
    policy
}

fn owner(layers: &mut Layers<'_>, roles: &[Role], found: &mut Vec<Finding>) -> Option<String> {
    let (owner, file) = layers.raw_text("owner", found)?;
    if !roles.iter().any(|role| role.id == owner.value) {
        let help = did_you_mean(&owner.value, roles.iter().map(|role| role.id.as_str()));
        found.push(file.error(owner.at, Rule::UnknownRole, format!("\"{}\" is not a role.", owner.value), help));
    }
    Some(owner.value)
}
