//! What one file of a setting may name in another: names, services, symbols, pages and the places in them.

use super::names::Names;
use crate::handbook::steps::StepAt;
use crate::source::layers::Catalog;
use crate::source::section_number::Numbers;
use crate::syntax::absence::Absence;
use fingerpost_model::carried::Symbol;
use fingerpost_model::place::tidy;
use fingerpost_model::{Law, Link, Only, OtherPolicy, PageId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that can be named.
#[derive(Clone, Debug, PartialEq)]
pub struct Library<'a> {
    /// Names between `{{` and `}}`.
    pub names: Names,
    /// `school` or `charity`.
    pub kind: String,
    /// Services.
    pub links: Catalog<Link>,
    /// Laws and guidance, also those that do not apply to this kind of setting.
    pub laws: Catalog<Law>,
    /// Other policies, also those that this setting does not have.
    pub policies: Catalog<OtherPolicy>,
    /// Symbols.
    pub symbols: &'a [Symbol],
    /// Pages by the path of their file.
    pub pages: BTreeMap<String, Page>,
    /// Files that the setting has and the site does not, by their path.
    pub absent: BTreeMap<String, Absence>,
    /// The numbers of the sections, by their addresses.
    pub numbers: BTreeMap<String, Numbers>,
    /// The clauses that stand in the files of the policy and not on the site.
    pub clauses_gone: BTreeMap<String, Absence>,
    /// The steps of a handbook's examples.
    pub steps: Vec<StepAt>,
    /// The folder of shared files, as typed.
    pub common: Option<String>,
}

/// A page that can be linked to.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Which page.
    pub id: PageId,
    /// Who sees it.
    pub only: Only,
    /// The places in it, and who sees them.
    pub anchors: Arc<BTreeMap<String, Only>>,
    /// The places that its file has and the page does not.
    pub absent: BTreeMap<String, Absence>,
}

impl Library<'_> {
    /// Whether another has the same but for pages and what is in them.
    pub fn is_same_but_for_pages(&self, other: &Library<'_>) -> bool {
        // Each field is named, so that nobody forgets a new one.
        let Library { names, kind, links, laws, policies, symbols, pages: _, absent: _, numbers, clauses_gone, steps, common } =
            self;
        *names == other.names
            && *kind == other.kind
            && *links == other.links
            && *laws == other.laws
            && *policies == other.policies
            && *symbols == other.symbols
            && *numbers == other.numbers
            && *clauses_gone == other.clauses_gone
            && *steps == other.steps
            && *common == other.common
    }

    /// The paths of the files that another has, has not or has otherwise.
    pub fn pages_unlike(&self, other: &Library<'_>) -> BTreeSet<String> {
        let paths = [self, other].into_iter().flat_map(|library| library.pages.keys().chain(library.absent.keys()));
        let is_unlike =
            |path: &&String| self.pages.get(*path) != other.pages.get(*path) || self.absent.get(*path) != other.absent.get(*path);
        paths.filter(is_unlike).cloned().collect()
    }

    /// Whether there is a symbol with this id.
    pub fn has_symbol(&self, id: &str) -> bool {
        self.symbols.iter().any(|symbol| symbol.id == id)
    }
}

/// The path to which a link leads: relative to the setting's folder, a shared file's as if it stood there too.
pub fn follow(shown: &str, path: &str, common: Option<&str>) -> Option<String> {
    let folder = shown.rsplit_once('/').map_or("", |(folder, _)| folder);
    let led = tidy(&format!("{folder}/{path}"));
    let shared = common.and_then(|common| led.strip_prefix(common)?.strip_prefix('/'));
    match shared {
        Some(shared) => Some(shared.to_owned()),
        None if led == ".." || led.starts_with("../") => None,
        None => Some(led),
    }
}

/// What an author types in one file to link to another.
pub fn relative(from: &str, to: &str) -> String {
    let (mut from, mut to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    from.pop();
    let shared = from.iter().zip(to.iter().take(to.len() - 1)).take_while(|(one, other)| one == other).count();
    let up = vec![".."; from.len() - shared];
    to.drain(..shared);
    up.into_iter().chain(to).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::{follow, relative};

    #[test]
    fn a_relative_path_is_what_an_author_would_type() {
        assert_eq!(relative("policy/05-dsl.md", "policy/06-staff.md"), "06-staff.md");
        assert_eq!(relative("policy/05-dsl.md", "glossary.md"), "../glossary.md");
        assert_eq!(relative("glossary.md", "policy/05-dsl.md"), "policy/05-dsl.md");
    }

    #[test]
    fn a_link_is_followed_within_the_setting_and_its_shared_files() {
        let common = Some("../common");
        let follow = |from, to| follow(from, to, common);
        assert_eq!(follow("policy/05-dsl.md", "../pages/home.md").as_deref(), Some("pages/home.md"));
        assert_eq!(follow("../common/lessons/tell.md", "../policy/05-dsl.md").as_deref(), Some("policy/05-dsl.md"));
        assert_eq!(follow("policy/05-dsl.md", "../../common/pages/home.md").as_deref(), Some("pages/home.md"));
        assert_eq!(follow("policy/05-dsl.md", "../../secret.md"), None);
        assert_eq!(follow("policy/05-dsl.md", "../../common-secret/x.md"), None);
        assert_eq!(follow("glossary.md", "./policy/../glossary.md").as_deref(), Some("glossary.md"));
    }
}
