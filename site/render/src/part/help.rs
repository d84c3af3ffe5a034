//! The few numbers that help, at the foot of every page: what a worried reader needs without going anywhere, also on paper.

use super::book::{Book, capital};
use super::shapes;
use fingerpost_model::LinkStatus;
use fingerpost_model::phone::Phone;
use maud::{Markup, html};

/// The role whom everybody tells, and the service that children can ring.
const ROLE: &str = "dsl";
const SERVICE: &str = "childline";

/// The strip, in the words for children or for adults. What the setting has no number of is left out.
pub fn strip(book: &Book, for_children: bool) -> Markup {
    let word = |name: &str| format!("help_{name}{}", if for_children { "_child" } else { "" });
    let role = book.view.roles().iter().find(|role| role.id == ROLE);
    let service = book.view.links().iter().find(|link| link.id == SERVICE && link.status == LinkStatus::Open);
    html! {
        aside.strip aria-labelledby="help-strip" {
            h2 #help-strip { (shapes::fingerpost()) " " (book.w(&word("title"))) }
            ul role="list" {
                (way(book, book.w(&word("danger")), Some(book.w("emergency"))))
                @if let Some(role) = role { (way(book, &book.fill(&word("tell"), &[("who", role.short.as_ref().unwrap_or(&role.title))]), role.phone.as_deref())) }
                @if let Some(service) = service { (way(book, &book.fill(&word("service"), &[("name", &service.label)]), service.phone.as_deref())) }
            }
        }
    }
}

/// Whom to tell, and the number that rings when it is pressed.
fn way(book: &Book, words: &str, phone: Option<&str>) -> Markup {
    html! { @if let Some(phone) = phone { li { span { (capital(words)) } " " (telephone(book, phone)) } } }
}

/// A number that rings when it is pressed.
pub fn telephone(book: &Book, number: &str) -> Markup {
    let call = Phone::within(number).map(|phone| phone.call());
    html! { @if let Some(call) = call { a.phone href=(call) { (book.shared.languages.number(number)) } } @else { (number) } }
}
