//! Who has approved a section or a lesson, said wherever it is shown.

use super::book::Book;
use super::dates;
use fingerpost_model::Approval;
use maud::{Markup, html};

/// A few words beside the name of a draft.
pub fn mark(book: &Book, approval: &Approval) -> Markup {
    html! { @if *approval == Approval::Draft { " " (label(book)) } }
}

/// The words themselves.
pub fn label(book: &Book) -> Markup {
    html! { small.draft { (book.w("draft_mark")) } }
}

/// Whether the section with this address is a draft.
pub fn is_draft(book: &Book, slug: &str) -> bool {
    book.view.sections().iter().any(|section| section.slug == slug && section.approval == Approval::Draft)
}

/// A note over a draft, in the words with this key.
pub fn note(book: &Book, approval: &Approval, word: &str) -> Markup {
    html! { @if *approval == Approval::Draft { p.note { (book.w(word)) } } }
}

/// The day and by whom.
pub fn of(book: &Book, approval: &Approval) -> Markup {
    let policy = book.view.policy();
    let by = book.w("policy_approved_by");
    let (before, after) = by.split_once("{who}").unwrap_or((by, ""));
    let said = |who: Markup, on| html! { (dates::time(book, on)) " " (before) (who) (after) };
    match approval {
        Approval::WithPolicy => said(html! { (policy.approved_by) }, policy.approved_on),
        // Only the original's front matter says who.
        Approval::By { who, on } => said(book.shared.languages.original_attrs().words(html! { (who) }), *on),
        Approval::Draft => html! { (book.w("draft_mark")) },
    }
}

/// A line over a section that was approved apart from the policy, on a page that shows both.
pub fn line(book: &Book, approval: &Approval) -> Markup {
    let is_apart = matches!(approval, Approval::By { .. });
    html! { @if is_apart { p { small { (book.w("policy_approved")) " " (of(book, approval)) } } } }
}
