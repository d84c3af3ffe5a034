//! The few numbers that help, at the foot of every page: what a worried reader needs without going anywhere, also on paper.

use super::book::{Book, capital};
use super::shapes;
use crate::model::LinkStatus;
use maud::{Markup, html};

/// The role whom everybody tells, and the service that children can ring.
const ROLE: &str = "dsl";
const SERVICE: &str = "childline";

/// The strip, in the words for children or for adults. What the setting has no number of is left out.
pub fn strip(book: &Book, for_children: bool) -> Markup {
    let word = |name: &str| format!("help_{name}{}", if for_children { "_child" } else { "" });
    let role = book.view.roles.iter().find(|role| role.id == ROLE);
    let service = book.view.links.iter().find(|link| link.id == SERVICE && link.status == LinkStatus::Open);
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
    let digits = dialled(number);
    html! { @if digits.is_empty() { (number) } @else { a.phone href={ "tel:" (digits) } { (book.shared.languages.number(number)) } } }
}

/// What is dialled: the first number of a text, without the 0 that nobody dials from abroad. An extension or an hour beside it would make
/// another number of it.
fn dialled(typed: &str) -> String {
    let number = typed.trim_start_matches(|sign: char| !sign.is_ascii_digit() && sign != '+');
    let number = if number.starts_with('+') { number.replacen("(0)", "", 1) } else { number.to_owned() };
    let ends = |(at, sign): (usize, char)| match sign {
        // An area may stand in brackets, and so may something else.
        '(' => !number[at + 1..].split(')').next().is_some_and(|inside| inside.bytes().all(|byte| byte.is_ascii_digit())),
        '+' => at > 0,
        ')' | '-' | '\u{2010}'..='\u{2013}' => false,
        _ => !sign.is_ascii_digit() && !sign.is_whitespace(),
    };
    let end = number.char_indices().find(|place| ends(*place)).map_or(number.len(), |(at, _)| at);
    number[..end].chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::dialled;

    #[test]
    fn what_stands_beside_a_number_is_not_dialled() {
        for (typed, number) in [
            ("01632 960 101", "01632960101"),
            ("+44 (0)1632 960-101", "+441632960101"),
            ("(01632) 960101", "01632960101"),
            ("01632 960 101 ext 4", "01632960101"),
            ("01632 960 101 or 01632 960 102", "01632960101"),
            ("01632 960 101, extension 4", "01632960101"),
            ("text 85258", "85258"),
            ("0800 1111 (9 to 5)", "08001111"),
            ("+44 (1632) 960101", "+441632960101"),
            ("ask at the office", ""),
        ] {
            assert_eq!(dialled(typed), number, "{typed}");
        }
    }
}
