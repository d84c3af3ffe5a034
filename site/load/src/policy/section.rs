//! A section of the policy: the file as typed to what it means.

use super::{document, in_short};
use crate::resolve::context::Resolver;
use crate::resolve::library::Library;
use crate::resolve::named_policies::NamedPolicy;
use crate::syntax::parsed_file::ParsedFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{PageId, Section};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A section as meant, and the links to other policies that it holds. A clone shares both.
#[derive(Clone)]
pub struct ResolvedSection {
    /// The section.
    pub section: Arc<Section>,
    /// The links.
    pub named_policies: Arc<[NamedPolicy]>,
    /// The paths of the files to which it links otherwise.
    linked: Arc<BTreeSet<String>>,
    /// Whether something is wrong with it. What is said of it then may name any page that is near.
    has_findings: bool,
}

impl ResolvedSection {
    /// Whether it means the same where the files with these paths have changed.
    pub fn holds_with_other(&self, pages: &BTreeSet<String>) -> bool {
        pages.is_empty() || !self.has_findings && self.linked.is_disjoint(pages)
    }
}

/// What a file means that is a section; nothing of any other.
pub fn resolved(typed: &ParsedFile, library: &Library<'_>, found: &mut Vec<Finding>) -> Option<ResolvedSection> {
    let PageId::Section(slug) = &typed.id else { return None };
    let before = found.len();
    let mut resolver = Resolver::new(library, found);
    let section = section(typed, slug, &mut resolver);
    let Resolver { named_policies, linked, found, .. } = resolver;
    let has_findings = found.len() > before;
    Some(ResolvedSection { section: section.into(), named_policies: named_policies.into(), linked: linked.into(), has_findings })
}

fn section(typed: &ParsedFile, slug: &str, resolver: &mut Resolver<'_>) -> Section {
    let document = document::of(typed, Some(typed.number), resolver);
    let in_short = in_short::read(typed, resolver);
    if document.blocks.is_empty() && document.parts.is_empty() && in_short.is_none() && !document.title.is_empty() {
        let (message, help) = match typed.outline.absent.is_empty() {
            true => ("This section has a title and nothing else.", "Write it, or take the file out."),
            false => {
                ("Nothing in this section holds in this setting.", "Type its condition as when = \"...\" between the +++ lines.")
            }
        };
        resolver.found.push(typed.file.error(typed.outline.at, Rule::EmptyPart, message, help));
    }
    Section {
        slug: slug.to_owned(),
        number: typed.number,
        only: typed.only.clone(),
        approval: typed.approval.clone(),
        in_short,
        document,
    }
}
