//! The page that stands in for the site while the content has errors.

use fingerpost_model::finding::{Finding, Severity};
use fingerpost_render as render;
use maud::{DOCTYPE, html};

/// Every finding, errors first, for the person who is editing.
pub fn findings(findings: &[Finding]) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let warnings = findings.iter().filter(|finding| finding.severity == Severity::Warning);
    let count = errors.clone().count();
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (count) " to mend – Fingerpost" }
                script src=(render::RELOAD) defer {}
            }
            body {
                main {
                    h1 { (count) @if count == 1 { " thing to mend" } @else { " things to mend" } }
                    p { "The site is built again as soon as you save. This page then shows it." }
                    ul {
                        @for finding in errors.chain(warnings) {
                            li data-rule=(finding.rule) {
                                p { code { (finding.place) } " " (finding.severity) }
                                p { strong { (finding.message) } " " (finding.help) }
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}
