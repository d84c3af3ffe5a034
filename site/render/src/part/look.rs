//! How the page looks, as the reader chooses it: five choices behind a button on every page, and all of them on "How I like it". Without script
//! nothing could be chosen, so they are hidden until there is script.

use super::page_context::PageContext;
use super::site_context::SiteContext;
use super::symbols;
use fingerpost_lesson::profile::LOOKS;
use maud::{Markup, html};

/// How many of [`LOOKS`], from its beginning, can be chosen on every page. The others are on "How I like it"; symbols and calm are for
/// lessons, and shift for the pages that can be left at once.
const EVERYWHERE: usize = 5;

/// The button that opens the settings. Its words may be hidden where there is little room.
pub fn button(site_cx: &SiteContext) -> Markup {
    html! { button.look type="button" aria-expanded="false" aria-controls="look" hidden { span { (site_cx.text("look")) } } }
}

/// The settings behind the button.
pub fn settings(site_cx: &SiteContext) -> Markup {
    panel(site_cx, &LOOKS[..EVERYWHERE], None)
}

/// All settings, for the page that is about them, each with its symbol.
pub fn all(cx: &PageContext) -> Markup {
    panel(cx.site, &LOOKS, Some(cx))
}

/// The symbol of a choice.
fn symbol(cx: &PageContext, choice: &str) -> Markup {
    let symbol = match choice {
        "theme" => "colours",
        "size" => "text-size",
        "motion" => "movement",
        "typeface" => "letters",
        "line" => "bright-line",
        "shift" => "go-away",
        other => other,
    };
    cx.shows(symbol);
    symbols::symbol(symbol)
}

fn panel(site_cx: &SiteContext, choices: &[(&str, &[&str])], symbols: Option<&PageContext>) -> Markup {
    html! {
        div.panel #look role="group" aria-label=(site_cx.text("look")) hidden {
                @for (name, values) in choices {
                    fieldset data-choice=[symbols.map(|_| name)] {
                        legend {
                            @if let Some(cx) = symbols { (symbol(cx, name)) " " }
                            (site_cx.text(&format!("look_{name}")))
                        }
                        (choice(site_cx, name, ""))
                        @for value in *values { (choice(site_cx, name, value)) }
                    }
                }
                p.about { label { input type="checkbox" name="remember"; " " (site_cx.text("look_remember")) } }
            p role="status" data-kept=(site_cx.text("look_kept")) data-forgotten=(site_cx.text("look_forgotten")) data-blocked=(site_cx.text("look_blocked")) {}
        }
    }
}

fn choice(site_cx: &SiteContext, name: &str, value: &str) -> Markup {
    let word = format!("look_{name}_{}", if value.is_empty() { "usual" } else { value });
    html! { label { input type="radio" name=(name) value=(value) checked[value.is_empty()]; " " (site_cx.text(&word)) } }
}
