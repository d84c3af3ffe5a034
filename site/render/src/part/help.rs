//! The few numbers that help, at the foot of every page: what a worried reader needs without going anywhere, also on paper.

use super::shapes;
use super::site_context::{SiteContext, capital};
use fingerpost_model::LinkStatus;
use fingerpost_model::phone::Phone;
use maud::{Markup, html};

/// The role whom everybody tells, and the service that children can ring.
const ROLE: &str = "dsl";
const SERVICE: &str = "childline";

/// The strip, in the words for children or for adults. What the setting has no number of is left out.
pub fn strip(site_cx: &SiteContext, for_children: bool) -> Markup {
    let word = |name: &str| format!("help_{name}{}", if for_children { "_child" } else { "" });
    let role = site_cx.view.roles().iter().find(|role| role.id == ROLE);
    let service = site_cx.view.links().iter().find(|link| link.id == SERVICE && link.status == LinkStatus::Open);
    html! {
        aside.strip aria-labelledby="help-strip" {
            h2 #help-strip { (shapes::fingerpost()) " " (site_cx.text(&word("title"))) }
            ul role="list" {
                (way(site_cx, site_cx.text(&word("danger")), Some(site_cx.text("emergency"))))
                @if let Some(role) = role { (way(site_cx, &site_cx.fill(&word("tell"), &[("who", role.short.as_ref().unwrap_or(&role.title))]), role.phone.as_deref())) }
                @if let Some(service) = service { (way(site_cx, &site_cx.fill(&word("service"), &[("name", &service.label)]), service.phone.as_deref())) }
            }
        }
    }
}

/// Whom to tell, and the number that rings when it is pressed.
fn way(site_cx: &SiteContext, words: &str, phone: Option<&str>) -> Markup {
    html! { @if let Some(phone) = phone { li { span { (capital(words)) } " " (telephone(site_cx, phone)) } } }
}

/// A number that rings when it is pressed.
pub fn telephone(site_cx: &SiteContext, number: &str) -> Markup {
    let call = Phone::within(number).map(|phone| phone.call());
    html! { @if let Some(call) = call { a.phone href=(call) { (site_cx.shared.languages.number(number)) } } @else { (number) } }
}
