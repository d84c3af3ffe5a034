//! A section of the policy: the file as typed to what it means.

use super::{document, in_short};
use crate::resolve::context::Resolver;
use crate::resolve::library::Library;
use crate::resolve::named_policies::NamedPolicy;
use crate::syntax::parsed_file::ParsedFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{PageId, Section};
use std::sync::Arc;

/// A section as meant, and the links to other policies that it holds. A clone shares both.
#[derive(Clone)]
pub struct ResolvedSection {
    /// The section.
    pub section: Arc<Section>,
    /// The links.
    pub named_policies: Arc<[NamedPolicy]>,
}

/// What a file means that is a section; nothing of any other.
pub fn resolved(typed: &ParsedFile, library: &Library<'_>, found: &mut Vec<Finding>) -> Option<ResolvedSection> {
    let PageId::Section(slug) = &typed.id else { return None };
    let mut resolver = Resolver::new(library, found);
    let section = section(typed, slug, &mut resolver);
    Some(ResolvedSection { section: section.into(), named_policies: resolver.named_policies.into() })
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
