//! Tables: each in a region of its own name, which the keyboard scrolls where it is wider than the page.

use super::page_context::PageContext;
use fingerpost_model::text::plain;
use fingerpost_model::{Align, Inline, Table};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// So many columns are read on paper in smaller letters.
const MANY: usize = 6;

/// A table of the content as HTML, in a region that can be scrolled by keyboard.
pub fn show(cx: &PageContext, table: &Table) -> Markup {
    let names_rows = names_rows(table);
    let class = |column: usize| match table.align.get(column) {
        Some(Align::Middle) => Some("middle"),
        Some(Align::End) => Some("end"),
        Some(Align::Start) | None => None,
    };
    html! {
        div.table.many[table.head.len() >= MANY] role="region" tabindex="0" aria-label=(cx.name_of_table(&table.about)) {
            table {
                thead {
                    tr {
                        @for (column, cell) in table.head.iter().enumerate() {
                            // A corner without words heads nothing.
                            @if is_empty(cell) { td {} }
                            @else { th scope="col" class=[class(column)] { (cx.inlines(cell)) } }
                        }
                    }
                }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (column, cell) in row.iter().enumerate() {
                                @if column == 0 && names_rows { th scope="row" class=[class(column)] { (cx.inlines(cell)) } }
                                @else { td class=[class(column)] { (cx.inlines(cell)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whether the first column names the rows: all its cells have words, and no two the same.
fn names_rows(table: &Table) -> bool {
    let mut names = BTreeSet::new();
    let is_name = |row: &Vec<Vec<Inline>>| row.first().is_some_and(|cell| !is_empty(cell) && names.insert(plain(cell)));
    table.head.len() > 1 && table.rows.iter().all(is_name)
}

fn is_empty(cell: &[Inline]) -> bool {
    plain(cell).trim().is_empty()
}
