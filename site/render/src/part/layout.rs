//! What every page has around its own words: the same things in the same places.

use super::content_security::content_security_policy;
use super::page_context::PageContext;
use super::prose::nothing;
use super::site_context::SiteContext;
use super::symbols::sprite;
use super::{help, languages, look, shapes, urls};
use crate::listed::{Listed, Reach};
use crate::site::Site;
use fingerpost_model::{Audience, PageName};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Which entry of the navigation a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nav {
    /// The home page.
    Home,
    /// The policy.
    Policy,
    /// The lessons.
    Lessons,
    /// The contacts.
    Contacts,
    /// The search.
    Search,
    /// A page of a handbook: an entry of its own.
    Handbook,
    /// None of them.
    Elsewhere,
}

/// How a page differs from the others.
pub struct Page<'a> {
    /// Its title.
    pub title: &'a str,
    /// Where it belongs.
    pub nav: Nav,
    /// What is inside `main`.
    pub body: Markup,
    /// What runs on it besides the page script.
    pub runs: Runs,
    /// Who can find it. Search engines pass by what not everybody can.
    pub reach: Reach,
    /// Where its readers search, when that is not where everybody does.
    pub search: Option<Audience>,
    /// Whether it speaks to children.
    pub for_children: bool,
    /// The file with the drawings that a module shows later than on its first screen.
    pub drawings: Option<String>,
    /// Whether it can play a recording.
    pub has_sound: bool,
    /// Whether it is about what somebody may have to hide from whoever comes in, so that there is a quick way to leave it.
    pub sensitive: bool,
    /// Whether a device keeps it when somebody asks for that: what learners do, where they find help, and the ways between.
    pub kept: bool,
}

/// What runs on a page besides the page script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runs {
    /// Nothing.
    Nothing,
    /// A lesson, which reads aloud by itself.
    Lesson,
    /// "My journey": a page of the learner's own.
    Own,
    /// "How I like it": a page of the learner's own that is about the settings of the look, so that the header does not have them too.
    Likes,
    /// A quiz. Its first screen can be read aloud by itself.
    Quiz,
    /// A course of staff induction, whose parts are read aloud as pages are.
    Course,
    /// The search.
    Search,
    /// Nothing either; it has pictures of lessons, which need their style.
    Handbook,
    /// What keeps the learners' pages on the device.
    Keeping,
    /// Nothing, on a page of sheets for printing.
    Paper,
}

impl<'a> Page<'a> {
    /// A page of words that everybody can find.
    pub fn new(title: &'a str, nav: Nav, body: Markup) -> Page<'a> {
        Page {
            title,
            nav,
            body,
            runs: Runs::Nothing,
            reach: Reach::Everyone,
            search: None,
            for_children: nav == Nav::Lessons,
            drawings: None,
            has_sound: false,
            sensitive: false,
            kept: matches!(nav, Nav::Home | Nav::Lessons | Nav::Contacts),
        }
    }

    /// Whether search engines should pass it by.
    fn is_unlisted(&self) -> bool {
        matches!(self.reach, Reach::Only(_) | Reach::Nobody)
    }

    /// Whether it can be read aloud: a page of running text.
    fn is_read_aloud(&self) -> bool {
        matches!(self.runs, Runs::Nothing | Runs::Handbook | Runs::Keeping | Runs::Paper | Runs::Course)
            && self.reach != Reach::Nobody
    }
}

/// Writes a page into the site, if it has the page in this language.
pub fn put(site: &mut Site, cx: &PageContext, page: Page) {
    let languages = &cx.site.shared.languages;
    if !languages.here().has(&cx.here.path) {
        return;
    }
    // The search and the A to Z are in the original's language, and over its pages.
    if !languages.is_translation() {
        site.pages.push(Listed { path: cx.here.path.clone(), title: page.title.to_owned(), reach: page.reach });
    }
    if page.kept {
        site.kept.insert(cx.here.file());
    }
    // The body is put into the frame at once and not with it: that of a whole policy has megabytes, which would be copied as the page grows.
    let frame = frame(cx, &page).into_string();
    let (before, after) = frame.split_once(BODY).expect("the frame has a place for the body");
    site.put(cx.here.file(), [before, &page.body.0, after].concat());
}

/// Stands in the frame for the body. What an author types is escaped, so that it can be no such place.
const BODY: &str = "<!--body-->";

/// A page without its body.
fn frame(cx: &PageContext, page: &Page) -> Markup {
    let view = &cx.site.view;
    let title = if page.title == view.name() { page.title.to_owned() } else { format!("{} – {}", page.title, view.name()) };
    html! {
        (DOCTYPE)
        html lang=(view.language()) dir=[cx.site.shared.languages.here().direction()] {
            (head(cx, page, &title))
            body {
                a.skip href="#main-content" { (cx.site.text("skip")) }
                (header(cx, page))
                main #main-content {
                    @if page.sensitive { (leave(cx.site)) }
                    (languages::older(cx))
                    @if page.is_read_aloud() { (aloud(cx)) }
                    (PreEscaped(BODY))
                }
                (help::strip(cx.site, page.for_children))
                (footer(cx))
                (sprite(cx.site.shared, &cx.symbols()))
            }
        }
    }
}

fn head(cx: &PageContext, page: &Page, title: &str) -> Markup {
    let assets = &cx.site.shared.assets;
    let to = |path: &str| cx.here.to(path);
    let live_reload = cx.site.shared.live_reload;
    let (player, style) = match page.runs {
        Runs::Lesson => (Some(&assets.lesson), &assets.lesson_style),
        Runs::Own | Runs::Likes => (Some(&assets.pages), &assets.own_style),
        Runs::Paper => (None, &assets.sheet_style),
        Runs::Quiz | Runs::Course => (Some(&assets.quiz), &assets.quiz_style),
        Runs::Handbook => (None, &assets.handbook_style),
        Runs::Nothing | Runs::Search | Runs::Keeping => (None, &assets.style),
    };
    let wasm = player.is_some() || page.runs == Runs::Search;
    let policy = content_security_policy(wasm, page.runs == Runs::Keeping, page.has_sound, live_reload);
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="referrer" content="same-origin";
            meta name="color-scheme" content="light dark";
            @if page.is_unlisted() { meta name="robots" content="noindex"; }
            title { (title) }
            link rel="stylesheet" href=(to(style));
            // The script is neither deferred nor a module: it sets the reader's colours before the first paint, and runs from a disk.
            @if let Some(player) = player {
                // Before it: a browser comes to what stands after a script only when it has fetched and run that, a round trip later.
                link rel="modulepreload" href=(to(&player.script));
                link rel="preload" as="fetch" type="application/wasm" crossorigin href=(to(&player.wasm));
                script src=(to(&assets.script)) data-player=(to(&player.script)) data-wasm=(to(&player.wasm))
                    data-drawings=[page.drawings.as_deref().map(to)] data-ended=(cx.site.text("player_ended")) data-scan=(to(&assets.switches))
                    data-listen=[page.is_read_aloud().then(|| to(&assets.listen))] {}
            } @else {
                script src=(to(&assets.script)) data-switches=(to(&assets.switches))
                    data-listen=[page.is_read_aloud().then(|| to(&assets.listen))] {}
            }
            // No module: a browser that opens the page from a disk would complain of one.
            @if page.runs == Runs::Search { script src=(to(&assets.search)) defer {} }
            @if page.runs == Runs::Keeping { script src=(to(&assets.keep)) defer {} }
            link rel="icon" type="image/svg+xml" href=(to(&assets.icon));
            link rel="manifest" href=(to(urls::MANIFEST));
            @if !page.is_unlisted() { (languages::alternates(cx)) }
            @if live_reload { script src=(urls::RELOAD) defer {} }
        }
    }
}

/// The button that reads the page aloud. The page script shows it where the device has a voice for it.
fn aloud(cx: &PageContext) -> Markup {
    let strings = cx.site.view.player_strings();
    html! { button.aloud type="button" data-stop=(strings.stop_listening) hidden { (strings.listen) } }
}

/// The way to leave the page at once. As a link it works without script too; the page script then puts the other page in the place of this one.
fn leave(site_cx: &SiteContext) -> Markup {
    html! {
        nav.leave aria-label=(site_cx.text("leave")) {
            a.button href=(site_cx.view.leave_to()) rel="noreferrer" { (site_cx.text("leave")) }
            p { (site_cx.text("leave_about")) " " span { (site_cx.text("leave_shift")) } }
        }
    }
}

fn header(cx: &PageContext, page: &Page) -> Markup {
    let (site_cx, nav) = (cx.site, page.nav);
    let search = page.search.map_or_else(|| urls::SEARCH.to_owned(), urls::search_for);
    let help = urls::fixed(PageName::GetHelp);
    let pages = site_cx.view.handbook();
    let handbook: Vec<(String, &str)> =
        pages.iter().map(|page| (urls::handbook(pages, &page.slug), page.document.title.as_str())).collect();
    let current = |path: &str, part: Nav| {
        if cx.here.path == path {
            Some("page")
        } else if nav == part {
            Some("true")
        } else {
            None
        }
    };
    let lessons = (urls::LESSONS, Nav::Lessons, site_cx.text("nav_lessons"));
    let search = (search.as_str(), Nav::Search, site_cx.text(if site_cx.shared.has_search { "nav_search" } else { "a_to_z" }));
    let entries: Vec<(&str, Nav, &str)> = if site_cx.view.is_handbook() {
        // The pages are what it is: each is in its navigation, by its title.
        let pages = handbook.iter().map(|(path, title)| (path.as_str(), Nav::Elsewhere, *title));
        pages.chain([lessons, search]).collect()
    } else {
        vec![
            (urls::HOME, Nav::Home, site_cx.text("nav_home")),
            (urls::POLICY, Nav::Policy, site_cx.text("nav_policy")),
            lessons,
            (urls::fixed(PageName::Contacts), Nav::Contacts, site_cx.text("nav_contacts")),
            search,
        ]
    };
    html! {
        header.top {
            div.bar {
                a.brand href=(cx.here.to(urls::fixed(PageName::Home))) { (mark(cx, page)) span { (site_cx.view.name()) } }
                a.worry href=(cx.here.to(help)) hreflang=[cx.hreflang(help)] aria-current=[(cx.here.path == help).then_some("page")] data-scan-group {
                    (shapes::speech()) span { (site_cx.text("worry")) }
                }
                @if page.runs != Runs::Likes { (look::button(site_cx)) }
            }
            @if page.runs != Runs::Likes { (look::settings(site_cx)) }
                nav.ways aria-label=(site_cx.text("nav")) {
                    ul role="list" {
                        @for (path, part, words) in entries {
                            li {
                                a href=(cx.here.to(path)) hreflang=[cx.hreflang(path)] aria-current=[current(path, part)] { (words) }
                            }
                        }
                    }
                }
            (languages::choice(cx))
        }
    }
}

/// The setting's logo, which says nothing that the name beside it does not say; the fingerpost where there is none.
fn mark(cx: &PageContext, page: &Page) -> Markup {
    let Some(logo) = &cx.site.shared.assets.logo else { return shapes::fingerpost() };
    let file = cx.here.to(&logo.path);
    let src = logo.whole.as_deref().filter(|_| page.runs == Runs::Lesson).unwrap_or(&file);
    html! { img.logo src=(src) alt="" width=[logo.size.map(|size| size.0)] height=[logo.size.map(|size| size.1)]; }
}

fn footer(cx: &PageContext) -> Markup {
    let site_cx = cx.site;
    let to = |path: &str| cx.here.to(path);
    let policy =
        site_cx.fill("footer_policy", &[("title", &site_cx.view.policy().title), ("version", &site_cx.view.policy().version)]);
    // A handbook has none of the others.
    let ways = [
        (urls::POLICY, policy.as_str()),
        (urls::GLOSSARY, site_cx.text("glossary_title")),
        (urls::fixed(PageName::Accessibility), site_cx.text("footer_accessibility")),
        (urls::fixed(PageName::Privacy), site_cx.text("footer_privacy")),
    ];
    let ways = if site_cx.view.is_handbook() { &ways[3..] } else { &ways };
    let (before, after) = site_cx.text("credits").split_once("{licence}").unwrap_or((site_cx.text("credits"), ""));
    html! {
        footer.bottom {
            @if site_cx.view.is_example() { p.credits { (site_cx.text("example_note")) } }
            ul role="list" {
                @for (path, words) in ways {
                    li { a href=(to(path)) hreflang=[cx.hreflang(path)] { (words) } }
                }
            }
            p.credits {
                (before) a href="https://creativecommons.org/licenses/by/4.0/" { "CC BY 4.0" } (after)
            }
        }
    }
}

/// The heading of a page, with a line beneath it where there is one.
pub fn title(words: &str) -> Markup {
    if words.is_empty() {
        nothing()
    } else {
        html! { h1 { (words) } }
    }
}
