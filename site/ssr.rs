//! The first screen of a module, rendered natively by the same components that wake up on it in the browser.

use fingerpost_lesson::wire::PageData;

/// The HTML inside `<div data-module="lesson">`: what the player will hydrate. It must reach the browser byte for byte.
pub fn lesson(_page: PageData) -> String {
    String::new()
}
