//! How the page looks, as the reader chooses it: five choices behind a button on every page, and all of them on "How I like it". Without script
//! nothing could be chosen, so they are hidden until there is script.

use super::book::Book;
use super::desk::Desk;
use super::symbols;
use fingerpost_lesson::profile::LOOKS;
use maud::{Markup, html};

/// How many of [`LOOKS`], from its beginning, can be chosen on every page. The others are on "How I like it"; symbols and calm are for
/// lessons, and shift for the pages that can be left at once.
const EVERYWHERE: usize = 5;

/// The button that opens the settings. Its words may be hidden where there is little room.
pub fn button(book: &Book) -> Markup {
    html! { button.look type="button" aria-expanded="false" aria-controls="look" hidden { span { (book.w("look")) } } }
}

/// The settings behind the button.
pub fn settings(book: &Book) -> Markup {
    panel(book, &LOOKS[..EVERYWHERE], None)
}

/// All settings, for the page that is about them, each with its symbol.
pub fn all(desk: &Desk) -> Markup {
    panel(desk.book, &LOOKS, Some(desk))
}

/// The symbol of a choice.
fn symbol(desk: &Desk, choice: &str) -> Markup {
    let symbol = match choice {
        "theme" => "colours",
        "size" => "text-size",
        "motion" => "movement",
        "typeface" => "letters",
        "line" => "bright-line",
        "shift" => "go-away",
        other => other,
    };
    desk.shows(symbol);
    symbols::symbol(symbol)
}

fn panel(book: &Book, choices: &[(&str, &[&str])], symbols: Option<&Desk>) -> Markup {
    html! {
        div.panel #look role="group" aria-label=(book.w("look")) hidden {
                @for (name, values) in choices {
                    fieldset data-choice=[symbols.map(|_| name)] {
                        legend {
                            @if let Some(desk) = symbols { (symbol(desk, name)) " " }
                            (book.w(&format!("look_{name}")))
                        }
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
