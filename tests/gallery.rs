//! The gallery page of the player: every activity on every path, made from `modules/player/gallery.md` by the same loader as any lesson.
//!
//! `modules/player/index.html` is what trunk serves and what the player's browser tests run on. This test fails when it is
//! not what the generator makes today; `SNAPSHOTS=overwrite` writes it anew.

use fingerpost::embedded;
use fingerpost::load;
use fingerpost::model::carried::symbol;
use fingerpost_golden::expected;
use fingerpost_lesson::content::{Lesson, Moment, Step};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::voice::VoiceRule;
use fingerpost_lesson::wire::{self, PageData};
use maud::{DOCTYPE, PreEscaped, html};
use std::collections::BTreeSet;
use std::fs;

const PAGE: &str = "modules/player/index.html";

#[test]
fn the_gallery_page_is_what_the_generator_makes_today() {
    expected::file(std::path::Path::new(PAGE), page());
}

/// One mount for each activity on each path: empty, because while a component is being worked on, what the generator once rendered
/// would not be what the player expects.
fn page() -> String {
    let samples = samples();
    let symbols: BTreeSet<&str> = samples
        .iter()
        .flat_map(|page| page.lesson.moments.iter().flat_map(|moment| moment.steps.iter().flatten()).flat_map(Step::symbols))
        .chain(fingerpost_player::SYMBOLS.iter().copied())
        .chain([fingerpost_player::PRINT_SYMBOL])
        .collect();
    html! {
        (DOCTYPE)
        html lang="en-GB" class="js" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "The gallery: every activity on every path" }
                link data-trunk rel="css" href="../../assets/style.css";
                link data-trunk rel="css" href="../../assets/lesson.css";
                link data-trunk rel="rust" data-wasm-opt="0";
            }
            body {
                main {
                    h1 { "Every activity on every path" }
                    @for page in &samples {
                        (PreEscaped("\n"))
                        h2 { (page.lesson.title) }
                        div data-module="lesson" {}
                        script type="application/octet-stream" data-for="lesson" { (PreEscaped(wire::encode(page))) }
                    }
                }
                (PreEscaped("\n"))
                svg hidden aria-hidden="true" {
                    @for id in symbols {
                        @let drawing = symbol(embedded::LOADING.symbols, id).unwrap_or_else(|| panic!("no symbol {id}")).drawing;
                        symbol id={ "symbol-" (id) } viewBox="0 0 36 36" { (PreEscaped(drawing)) }
                    }
                }
            }
        }
    }
    .into_string()
        + "\n"
}

fn samples() -> Vec<PageData> {
    let mut sources = load::read(std::path::Path::new("content/school")).unwrap();
    let setting = sources.files.get_mut("setting.toml").unwrap();
    *setting = setting.replace("lessons = [", "lessons = [\"gallery\", ");
    sources.files.insert("lessons/gallery.md".to_owned(), fs::read_to_string("modules/player/gallery.md").unwrap());
    let loaded = load::load(&sources, embedded::LOADING, load::Options::default());
    assert_eq!(loaded.findings, vec![], "the gallery's lesson has mistakes");
    let setting = loaded.setting.unwrap();
    let lesson = &setting.lessons.iter().find(|page| page.lesson.id == "gallery").unwrap().lesson;
    let on_paths = lesson.moments.iter().flat_map(|moment| Path::ALL.into_iter().map(move |path| (moment, path)));
    on_paths
        .filter(|(moment, path)| moment.on(*path).is_some())
        .map(|(moment, path)| {
            let mut steps = [None, None, None, None];
            steps[path.index()] = moment.on(path).cloned();
            let id = format!("{}-{}", moment.id, path.id());
            let title = format!("{} – {}", moment.title, setting.player_strings.path(path));
            let lesson = Lesson { id, title, moments: vec![Moment { steps, ..moment.clone() }] };
            let voice_rule = VoiceRule { language: setting.language.clone(), online: false };
            PageData { lesson, strings: setting.player_strings.clone(), start: path, voice_rule }
        })
        .collect()
}
