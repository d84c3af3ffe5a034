//! How the page looks, as the reader chooses it: five choices behind a button on every page, and all of them on "How I like it". Without script
//! nothing could be chosen, so they are hidden until there is script.

use super::book::Book;
use maud::{Markup, html};

/// A choice: its name, which the script knows, and its values besides the usual one.
type Choice = (&'static str, &'static [&'static str]);

/// What can be chosen on every page.
const EVERYWHERE: [Choice; 5] = [
    ("theme", &["light", "dark", "cream", "contrast"]),
    ("size", &["1", "2", "3"]),
    ("spacing", &["wide"]),
    ("reading", &["easy"]),
    ("motion", &["less"]),
];

/// What can be chosen besides on "How I like it". Symbols and calm are for lessons.
const MORE: [Choice; 4] =
    [("typeface", &["wide", "book", "round"]), ("line", &["focus"]), ("symbols", &["big", "none"]), ("calm", &["yes"])];

/// The button that opens the settings. Its words may be hidden where there is little room.
pub fn button(book: &Book) -> Markup {
    html! { button.look type="button" aria-expanded="false" aria-controls="look" hidden { span { (book.w("look")) } } }
}

/// The settings behind the button.
pub fn settings(book: &Book) -> Markup {
    panel(book, &EVERYWHERE)
}

/// All settings, for the page that is about them.
pub fn all(book: &Book) -> Markup {
    panel(book, &[&EVERYWHERE[..], &MORE].concat())
}

fn panel(book: &Book, choices: &[Choice]) -> Markup {
    html! {
        div.panel #look role="group" aria-label=(book.w("look")) hidden {
                @for (name, values) in choices {
                    fieldset {
                        legend { (book.w(&format!("look_{name}"))) }
                        (choice(book, name, ""))
                        @for value in *values { (choice(book, name, value)) }
                    }
                }
                p.about { label { input type="checkbox" name="remember"; " " (book.w("look_remember")) } }
            p role="status" data-kept=(book.w("look_kept")) data-forgotten=(book.w("look_forgotten")) data-blocked=(book.w("look_blocked")) {}
        }
    }
}

fn choice(book: &Book, name: &str, value: &str) -> Markup {
    let word = format!("look_{name}_{}", if value.is_empty() { "usual" } else { value });
    html! { label { input type="radio" name=(name) value=(value) checked[value.is_empty()]; " " (book.w(&word)) } }
}
