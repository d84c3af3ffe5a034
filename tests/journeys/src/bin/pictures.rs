//! `cargo xtask pictures`: what the example sites look like, for README.md, into docs/pictures/.
//!
//! The pictures are taken in one browser on one machine, so they are looked at and never compared.

use fingerpost_journeys::{journey_on, site};

const BOTH: &[&str] = &[site::SCHOOL, site::CHARITY];

/// What is taken: of which sites, the page, the theme, the width, and what the picture is called.
const PICTURES: [(&[&str], &str, &str, u32, &str); 6] = [
    (BOTH, "index.html", "light", 1280, "home"),
    (&[site::SCHOOL], "index.html", "light", 390, "home-phone"),
    (BOTH, "policy/filtering.html", "light", 1280, "policy"),
    (&[site::CHARITY], "for-parents.html", "dark", 390, "parents-dark"),
    (&[site::SCHOOL], "get-help.html", "cream", 390, "help-cream"),
    (BOTH, site::LESSON, "light", 1280, "lesson"),
];

fn main() {
    let to = site::root().join("docs/pictures");
    std::fs::create_dir_all(&to).expect("docs/pictures can be made");
    for &setting in BOTH {
        let to = to.clone();
        journey_on(site::dist(setting), true, move |journey| async move {
            journey.system_asks_for(&[("prefers-reduced-motion", "reduce"), ("prefers-color-scheme", "light")]).await;
            for (_, page, theme, width, name) in PICTURES.into_iter().filter(|(of, ..)| of.contains(&setting)) {
                journey.width(width).await;
                journey.open_awake(page).await;
                let () = journey.ask("document.documentElement.dataset.theme = arguments[0]", &[theme.into()]).await;
                let file = to.join(format!("{setting}-{name}.png"));
                let picture = journey.picture().await.expect("a picture can be taken");
                std::fs::write(&file, picture).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
                println!("{}", file.display());
            }
        });
    }
}
