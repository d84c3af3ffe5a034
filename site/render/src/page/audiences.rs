//! "What this means for me": the policy's clauses for one audience, with the parts that only this audience sees.

use super::{agreements, inductions, lessons, quizzes};
use crate::listed::Reach;
use crate::part::duties::{self, OfSection, Seen};
use crate::part::layout::{Nav, Page, put};
use crate::part::page_context::PageContext;
use crate::part::restricted::Restricted;
use crate::part::site_context::{Shared, SiteContext};
use crate::part::{shapes, urls};
use crate::readers::Readers;
use crate::site::Site;
use fingerpost_model::{Audience, PageName};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// A group of duties on a page.
struct Duties {
    /// Its id and the key of its heading.
    word: &'static str,
    /// Whose clauses it shows, but for those that a group before it has shown.
    of: Audience,
}

/// What one audience's page shows first and how it greets.
struct Kind {
    /// Whose page it is.
    audience: Audience,
    /// The key of the line that leads to Get help.
    worry: &'static str,
    /// Whether the duties of all staff are this reader's too; they stand on the page for staff.
    is_staff_too: bool,
    /// The groups.
    groups: Vec<Duties>,
}

fn own(of: Audience) -> Duties {
    Duties { word: "for_duties", of }
}

const EVERYONE: Duties = Duties { word: "for_everyone", of: Audience::Everyone };
const PROMISE: Duties = Duties { word: "for_promise", of: Audience::Organisation };

fn kind(audience: Audience) -> Kind {
    use Audience::{Children, Dsl, Governors, Leaders, Parents, Technical, Visitors, Volunteers};
    const STAFF: &str = "for_staff_worry";
    let (worry, groups) = match audience {
        Children => ("for_children_worry", vec![own(Children), EVERYONE]),
        Parents => ("for_parents_worry", vec![own(Parents), EVERYONE]),
        Volunteers => (STAFF, vec![own(Volunteers), EVERYONE]),
        Visitors => (STAFF, vec![own(Visitors), EVERYONE]),
        Leaders => (STAFF, vec![own(Leaders), PROMISE]),
        Governors => (STAFF, vec![own(Governors), EVERYONE]),
        Technical => (STAFF, vec![own(Technical)]),
        Dsl => (STAFF, vec![own(Dsl)]),
        _ => (STAFF, vec![own(Audience::Staff), EVERYONE]),
    };
    Kind { audience, worry, is_staff_too: matches!(audience, Leaders | Technical | Dsl), groups }
}

/// The pages, each with its address and the key of its name, in the order in which they are listed.
pub fn pages() -> impl Iterator<Item = (String, String)> {
    Audience::WITH_A_PAGE.into_iter().map(|audience| (urls::audience(audience), name(audience)))
}

fn name(audience: Audience) -> String {
    format!("for_{}", audience.id())
}

/// Writes the page of an audience, from what that audience may see. A translation comes with its original.
pub fn put_page(site: &mut Site, readers: Readers, original: Option<Readers>, shared: &Shared, audience: Audience) {
    let original = original.map(|original| original.audience(audience));
    put_kind(site, &SiteContext { view: readers.audience(audience), original, shared }, &kind(audience));
}

/// Whether the page of an audience shows what not everybody sees.
pub fn shows_more(readers: Readers, shared: &Shared, audience: Audience) -> bool {
    let site_cx = SiteContext { view: readers.audience(audience), original: None, shared };
    !Restricted::in_view(&site_cx).0.is_empty()
}

fn put_kind(site: &mut Site, site_cx: &SiteContext, kind: &Kind) {
    let name = &name(kind.audience);
    let restricted = Restricted::in_view(site_cx);
    let cx = PageContext::new(site_cx, &urls::audience(kind.audience)).with_terms().gathering(restricted.ids());
    let mut shown = BTreeSet::new();
    let groups: Vec<(&str, Vec<OfSection>)> = kind
        .groups
        .iter()
        .map(|duties| (duties.word, duties::of(site_cx, &[duties.of], Seen::Public, &mut shown)))
        .filter(|(_, sections)| !sections.is_empty())
        .collect();
    let only = site_cx.fill("only_title", &[("who", site_cx.text(&format!("audience_{}", kind.audience.id())))]);
    let body = html! {
        article.mine {
            h1 { (site_cx.text(name)) }
            p.lead { (site_cx.text(&format!("{name}_lead"))) }
            (greeting(&cx, kind))
            @if groups.len() + usize::from(!restricted.0.is_empty()) > 1 {
                nav.contents aria-labelledby="contents" {
                    h2 #contents { (site_cx.text("on_this_page")) }
                    ul {
                        @if !restricted.0.is_empty() { li { a href="#only" { (only) } } }
                        @for (word, _) in &groups { li { a href={ "#" (word) } { (site_cx.text(word)) } } }
                    }
                }
            }
            @if !restricted.0.is_empty() {
                section.restricted aria-labelledby="only" {
                    h2 #only { (only) }
                    p {
                        (site_cx.text("only_about"))
                        @if site_cx.shared.has_search { " " a href=(cx.here.to(&urls::search_for(kind.audience))) { (site_cx.text("search_with_this")) } }
                    }
                    (restricted.show(&cx))
                }
            }
            p.printed { (site_cx.text("for_print")) }
            @for (index, (word, sections)) in groups.iter().enumerate() {
                section.also[index > 0] aria-labelledby=(word) {
                    h2 id=(word) { (site_cx.text(word)) }
                    @for section in sections { (section.show(&cx)) }
                }
            }
        }
        p { a.button href=(cx.here.to(urls::POLICY)) hreflang=[cx.hreflang(urls::POLICY)] { (site_cx.text("policy_whole")) } }
    };
    // A page that shows what not everybody sees is found by its own readers alone, on a search page of their own.
    let own = Some(kind.audience).filter(|_| !restricted.0.is_empty());
    let reach = own.map_or(Reach::Everyone, Reach::Only);
    let for_children = kind.audience == Audience::Children;
    let page = Page { reach, search: own, for_children, kept: for_children, ..Page::new(site_cx.text(name), Nav::Policy, body) };
    put(site, &cx, page);
}

/// What stands before the duties: the way to help, and what else is there for this reader.
fn greeting(cx: &PageContext, kind: &Kind) -> Markup {
    let site_cx = cx.site;
    let help_page = urls::fixed(PageName::GetHelp);
    let help = cx.here.to(help_page);
    let page_of = |audience, words: &str| {
        let path = urls::audience(audience);
        html! { a href=(cx.here.to(&path)) hreflang=[cx.hreflang(&path)] { (words) } }
    };
    html! {
        @if kind.audience == Audience::Children {
            a.card.help href=(help) hreflang=[cx.hreflang(help_page)] { h2 { (shapes::speech()) (site_cx.text("worry")) } p { (site_cx.text(kind.worry)) } }
            @if !site_cx.view.lessons().is_empty() {
                h2 { (site_cx.text("lessons_title")) }
                (lessons::cards(cx, 3))
            }
            (agreements::links(cx, Some(kind.audience)))
        } @else {
            p.note { a href=(help) hreflang=[cx.hreflang(help_page)] { (site_cx.text(kind.worry)) } }
            (agreements::links(cx, Some(kind.audience)))
        }
        (quizzes::ways(cx, kind.audience))
        (inductions::ways(cx))
        @if kind.is_staff_too { p { (page_of(Audience::Staff, site_cx.text("for_staff_too"))) } }
        @if kind.audience == Audience::Staff {
            p { (site_cx.text("for_staff_roles")) }
            ul.more {
                @for audience in [Audience::Dsl, Audience::Technical, Audience::Leaders] {
                    li { (page_of(audience, site_cx.text(&name(audience)))) }
                }
            }
        }
    }
}
