//! The section that offers to keep the learners' pages on a device.

use super::desk::Desk;
use super::urls;
use fingerpost_lesson::keep;
use maud::{Markup, html};

/// The section that offers to keep the learners' pages. `assets/keep.js` shows it; without script it is not there.
pub fn section(desk: &Desk) -> Markup {
    let book = desk.book;
    let size = book.w("keep_size");
    let (before, after) = size.split_once("{n}").unwrap_or((size, ""));
    html! {
        // What the script says and where the worker is: it holds no words and no addresses of its own.
        section.keep hidden data-worker=(desk.here.to(urls::WORKER)) data-name=(keep::PAGES.key)
            data-working=(book.w("keep_working")) data-kept=(book.w("keep_kept")) data-newer=(book.w("keep_newer")) data-lost=(book.w("keep_lost"))
            data-removed=(book.w("keep_removed")) data-full=(book.w("keep_full")) data-failed=(book.w("keep_failed"))
            data-offline=(book.w("keep_offline")) data-refused=(book.w("keep_refused"))
            data-withheld=(book.w("keep_withheld")) {
            h2 { (book.w("keep_title")) }
            p { (book.w("keep_about")) " " (before) b data-megabytes {} (after) }
            p { (book.w("keep_not")) }
            p role="status" {}
            progress max="1" value="0" aria-label=(book.w("keep_progress")) hidden {}
            div.row {
                button type="button" { (book.w("keep_button")) }
                button type="button" hidden { (book.w("keep_remove")) }
            }
        }
    }
}
