//! The section that offers to keep the learners' pages on a device.

use super::page_context::PageContext;
use super::urls;
use fingerpost_lesson::keep;
use maud::{Markup, html};

/// The section that offers to keep the learners' pages. `assets/keep.js` shows it; without script it is not there.
pub fn section(cx: &PageContext) -> Markup {
    let site_cx = cx.site;
    let size = site_cx.text("keep_size");
    let (before, after) = size.split_once("{n}").unwrap_or((size, ""));
    html! {
        // What the script says and where the worker is: it holds no words and no addresses of its own.
        section.keep hidden data-worker=(cx.here.to(urls::WORKER)) data-name=(keep::PAGES.key)
            data-working=(site_cx.text("keep_working")) data-kept=(site_cx.text("keep_kept")) data-newer=(site_cx.text("keep_newer")) data-lost=(site_cx.text("keep_lost"))
            data-removed=(site_cx.text("keep_removed")) data-full=(site_cx.text("keep_full")) data-failed=(site_cx.text("keep_failed"))
            data-offline=(site_cx.text("keep_offline")) data-refused=(site_cx.text("keep_refused"))
            data-withheld=(site_cx.text("keep_withheld")) {
            h2 { (site_cx.text("keep_title")) }
            p { (site_cx.text("keep_about")) " " (before) b data-megabytes {} (after) }
            p { (site_cx.text("keep_not")) }
            p role="status" {}
            progress max="1" value="0" aria-label=(site_cx.text("keep_progress")) hidden {}
            div.row {
                button type="button" { (site_cx.text("keep_button")) }
                button type="button" hidden { (site_cx.text("keep_remove")) }
            }
        }
    }
}
