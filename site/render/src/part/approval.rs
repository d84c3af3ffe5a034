//! Who has approved a section or a lesson, said wherever it is shown.

use super::dates;
use super::site_context::SiteContext;
use fingerpost_model::{Approval, Day};
use maud::{Markup, html};

/// The label of a draft to stand beside its name; nothing for what is approved.
pub fn mark(site_cx: &SiteContext, approval: &Approval) -> Markup {
    html! { @if *approval == Approval::Draft { " " (label(site_cx)) } }
}

/// The label of a draft.
pub fn label(site_cx: &SiteContext) -> Markup {
    html! { small.draft { (site_cx.text("draft_mark")) } }
}

/// Whether the section with this address is a draft.
pub fn is_draft(site_cx: &SiteContext, slug: &str) -> bool {
    site_cx.view.sections().iter().any(|section| section.slug == slug && section.approval == Approval::Draft)
}

/// A note over a draft, in the words with this key.
pub fn note(site_cx: &SiteContext, approval: &Approval, word: &str) -> Markup {
    html! { @if *approval == Approval::Draft { p.note { (site_cx.text(word)) } } }
}

/// The day of an approval and by whom, or that it is a draft.
pub fn of(site_cx: &SiteContext, approval: &Approval) -> Markup {
    let policy = site_cx.view.policy();
    let by = site_cx.text("policy_approved_by");
    let (before, after) = by.split_once("{who}").unwrap_or((by, ""));
    let said = |who: Markup, on: Option<Day>| html! { (dates::time(site_cx, on)) " " (before) (who) (after) };
    match approval {
        Approval::WithPolicy => said(html! { (policy.approved_by) }, policy.approved_on),
        // Only the original's front matter says who.
        Approval::By { who, on } => said(site_cx.shared.languages.original_attrs().words(html! { (who) }), Some(*on)),
        Approval::Draft => html! { (site_cx.text("draft_mark")) },
    }
}

/// A line over a section that was approved apart from the policy, on a page that shows both.
pub fn line(site_cx: &SiteContext, approval: &Approval) -> Markup {
    let is_apart = matches!(approval, Approval::By { .. });
    html! { @if is_apart { p { small { (site_cx.text("policy_approved")) " " (of(site_cx, approval)) } } } }
}
