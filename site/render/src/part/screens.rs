//! The player's screens on a page. While the page is written they are asked for; then they are rendered, in a step that is awaited, and put where
//! they were asked for.

use super::page_context::PageContext;
use super::symbols;
use crate::ssr::PLACE;
use maud::{Markup, PreEscaped};

/// The body of a page with its screens in their places. The page shows the symbols that they draw.
pub async fn put_into(cx: &PageContext<'_>, body: Markup) -> Markup {
    let mut screens = Vec::new();
    for screen in cx.take_screens() {
        let html = screen.into_html().await;
        symbols::used_in(&html).for_each(|symbol| cx.shows(symbol));
        screens.push(html);
    }
    let mut pieces = body.0.split(PLACE.0);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let place = piece.split_once(PLACE.1);
        let screen = place.and_then(|(number, after)| Some((screens.get(number.parse::<usize>().ok()?)?, after)));
        let (screen, after) = screen.expect("a place has the number of a screen that was asked for");
        whole.push_str(screen);
        whole.push_str(after);
    }
    PreEscaped(whole)
}
