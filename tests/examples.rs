//! The example settings: they build without a finding (but for what nobody could confirm), and every duty that they must carry stands at its address.

use fingerpost::load::{Loaded, Sources};
use fingerpost::model::Day;
use fingerpost::model::media;
use fingerpost::render::{self, Options, Site};
use fingerpost::{check, embedded, load, search};
use fingerpost_lesson::ways::Time;
use fingerpost_lesson::wire::{self, PageData};
use fingerpost_model::rules::Rule;
use flate2::read::GzDecoder;
use std::io::Read;
use std::path::Path;

/// A day on which everything in the examples was fresh.
const TODAY: Day = Day { year: 2026, month: 11, day: 28 };

/// The example settings.
const SETTINGS: [&str; 2] = ["school", "charity"];

/// What loading an example gives.
fn loaded(setting: &str) -> Loaded {
    understood(&load::read(&Path::new("content").join(setting)).unwrap())
}

fn understood(sources: &Sources) -> Loaded {
    load::load(sources, embedded::LOADING, load::Options::default())
}

fn site(setting: &str) -> Site {
    let loaded = loaded(setting);
    let setting = loaded.setting.expect("a setting");
    let checked = check::check(&setting, TODAY);
    // What nobody could confirm about a law, and what no editor of an example has checked, is marked as such on purpose.
    let findings = loaded
        .findings
        .iter()
        .chain(&checked)
        .filter(|finding| ![Rule::LawNotConfirmed, Rule::NotCheckedYet].contains(&finding.rule));
    let findings: Vec<String> = findings.map(ToString::to_string).collect();
    assert_eq!(findings, Vec::<String>::new());
    render::render_blocking(&setting, &embedded::RENDERING, &Options::default())
}

fn text<'a>(site: &'a Site, path: &str) -> &'a str {
    std::str::from_utf8(site.files.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

/// `tests/cases/catalogue/rows.txt` lists the rows of the clause catalogue, each with the settings whose policy must have it.
#[test]
fn every_clause_of_the_catalogue_stands_once_in_its_section_and_once_in_the_whole_policy() {
    let rows = include_str!("cases/catalogue/rows.txt").lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<(&str, Vec<&str>)> =
        rows.filter_map(|row| row.split_once(' ')).map(|(id, of)| (id, of.split(' ').collect())).collect();
    assert_eq!(rows.len(), 366);
    for setting in SETTINGS {
        let site = site(setting);
        let sections: Vec<&str> = site
            .files
            .keys()
            .filter(|path| path.starts_with("policy/") && !["policy/index.html", "policy/all.html"].contains(&path.as_str()))
            .map(|path| text(&site, path))
            .collect();
        let count = |id: &str| {
            let mark = format!("id=\"{id}\"");
            let in_sections = sections.iter().map(|page| page.matches(&mark).count()).sum::<usize>();
            (in_sections, text(&site, "policy/all.html").matches(&mark).count())
        };
        let due = rows.iter().filter(|(_, of)| of.contains(&setting));
        let lost: Vec<&str> = due.map(|(id, _)| *id).filter(|id| count(id) != (1, 1)).collect();
        assert_eq!(lost, Vec::<&str>::new(), "rows that the {setting} does not have once");
    }
}

/// The handbook's examples are held to all that a setting is held to: this fails when one of them is wrong.
#[test]
fn every_step_of_the_handbooks_examples_is_seen_as_it_looks_and_nothing_in_its_pictures_can_be_pressed() {
    let site = site("guide");
    let handbook = loaded("guide").setting.unwrap();
    let steps = handbook.lessons.iter().flat_map(|page| &page.lesson.moments).flat_map(|moment| moment.steps.iter().flatten());
    let questions = handbook.quizzes.iter().chain(&handbook.inductions).flat_map(|page| &page.items);
    let pages: Vec<&str> = site.files.keys().filter(|path| path.starts_with("handbook/")).map(|path| text(&site, path)).collect();
    let count = |sign: &str| pages.iter().map(|page| page.matches(sign).count()).sum::<usize>();
    // At first; the pictures with answers have another name.
    assert_eq!(count("\u{201d}</p><div class=\"player\" inert"), steps.count() + questions.count());
    assert_eq!(count("<div class=\"player\" inert data-figure"), count("<div class=\"player\""));
    for path in site.files.keys().filter(|path| path.ends_with(".html")) {
        let page = text(&site, path);
        assert!(
            !page.contains("policy/index.html") && !page.contains("contacts.html"),
            "{path} leads to what a handbook has not"
        );
    }
}

/// The handbook takes no shared services, so its own could grow old unseen.
#[test]
fn the_helplines_of_the_handbook_are_those_of_the_settings() {
    let of = |setting: &str| loaded(setting).setting.unwrap().links;
    let of_school = of("school");
    for link in of("guide") {
        let same = of_school.iter().find(|other| other.id == link.id).expect("the school has it too");
        assert_eq!((&same.url, &same.phone, &same.status), (&link.url, &link.phone, &link.status), "{}", link.id);
    }
}

#[test]
fn no_page_has_an_address_that_a_harvester_could_take() {
    let site = site("school");
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        // The module's data may hold any sign; what it says is checked where it is loaded.
        let page = page.split("<script type=\"application/octet-stream\"").next().unwrap();
        for sign in ["@", "&#64;", "&#x40;", "&commat;", "%40", "(at)", "[at]", "mailto:"] {
            assert!(!page.to_lowercase().contains(sign), "{path} has {sign}");
        }
    }
    let contacts = text(&site, "contacts.html");
    assert!(contacts.contains("school.example.org"), "the parts are there for a person");
    assert!(!contacts.contains("dsl at school") && !contacts.contains("dsl school.example"));
}

/// The words of the part that is for staff and volunteers only are in no file that others get, whatever its kind: neither in a page nor in
/// the index that everybody searches.
#[test]
fn a_part_that_only_staff_and_volunteers_see_is_in_no_byte_of_what_others_get() {
    let mut site = site("school");
    search::add(&mut site).unwrap();
    // The telephone number of the DSL at night is named in that part and nowhere else.
    let canaries = ["01632 960 105", "01632960105", "inc-out-of-hours", "inc-ooh-1"];
    let seen = |bytes: &[u8], canary: &str| bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
    for reader in ["staff", "volunteers"] {
        let page = text(&site, &format!("for-{reader}.html"));
        assert!(canaries.iter().all(|canary| *canary == "01632960105" || page.contains(canary)), "{reader}");
        // It can be seen in their index, so it would be seen in another too.
        let index = format!("search/{reader}/fragment/");
        let mut fragments = site.files.iter().filter(|(path, _)| path.starts_with(&index));
        assert!(fragments.any(|(_, bytes)| seen(&plain(bytes), "inc-ooh-1")), "{reader}");
    }
    // The course of teachers says whom to ring at night, too.
    let theirs = ["for-staff.html", "for-volunteers.html", "inductions/", "search/staff/", "search/volunteers/"];
    for (path, bytes) in site.files.iter().filter(|(path, _)| !theirs.iter().any(|theirs| path.starts_with(theirs))) {
        let plain = plain(bytes);
        for canary in canaries {
            assert!(!seen(&plain, canary) && !seen(bytes, canary), "{path} has {canary}");
        }
        let leads_there = path.starts_with("search/") && seen(&plain, "for-staff.html");
        assert!(!leads_there, "{path} leads to the page for staff");
    }
}

/// A file of the search index as it was before it was compressed; any other file as it is.
fn plain(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match GzDecoder::new(bytes).read_to_end(&mut plain) {
        Ok(_) => plain,
        Err(_) => bytes.to_vec(),
    }
}

#[test]
fn the_search_index_is_over_every_page_and_made_twice_the_same() {
    let mut sites = [site("school"), site("school")];
    for site in &mut sites {
        search::add(site).unwrap();
    }
    let [one, two] = sites;
    assert_eq!(one.files, two.files);
    let in_it = |path: &str| {
        one.files.iter().any(|(name, bytes)| {
            name.starts_with("search/fragment/") && {
                String::from_utf8_lossy(&plain(bytes)).contains(&format!("\"url\":\"{path}\""))
            }
        })
    };
    for path in one.files.keys().filter(|path| path.ends_with(".html")) {
        let left_out = path == "policy/all.html" || text(&one, path).contains("content=\"noindex\"");
        assert_eq!(in_it(path), !left_out, "{path}");
    }
    assert!(in_it("get-help.html") && !in_it("for-staff.html") && !in_it("404.html") && !in_it("search.html"));
}

/// The script in the page holds the rules of `fingerpost_lesson::voice` a second time, because a page has no WebAssembly.
#[test]
fn the_page_script_knows_every_word_that_rules_a_voice_out() {
    let words = fingerpost_lesson::voice::ONLINE_NAMES.join("|");
    assert!(include_str!("../assets/page.js").contains(&format!("!/{words}/i.test(name)")), "{words}");
}

#[test]
fn the_times_of_an_address_have_the_limits_of_a_lesson() {
    let script = include_str!("../assets/switches.js");
    for time in Time::ALL {
        let range = time.range();
        let asks = format!("time(\"{}\", {}, {}, {})", time.id(), range.usual, range.least, range.most);
        assert!(script.contains(&asks), "{asks}");
    }
}

#[test]
fn a_policy_page_asks_for_its_style_its_script_the_logo_and_nothing_else() {
    let site = site("school");
    for (path, _) in site.files.iter().filter(|(path, _)| path.starts_with("policy/")) {
        let page = text(&site, path);
        assert_eq!(page.matches("<script").count(), 1, "{path}");
        assert_eq!(page.matches("rel=\"stylesheet\"").count(), 1, "{path}");
        assert_eq!(page.matches(" style=").count() + page.matches(" onclick=").count(), 0, "{path}");
        assert_eq!(
            page.matches("<img").count(),
            page.matches("<img class=\"logo\"").count(),
            "{path}: an image besides the logo"
        );
    }
}

/// A strict host refuses every kind of file that it was not told of, so whoever sets one up must find all of them in docs/hosting.md.
#[test]
fn the_guide_for_hosts_names_every_kind_of_file_of_a_site() {
    let guide = include_str!("../docs/hosting.md");
    let rows = guide.lines().filter_map(|line| line.strip_prefix("| `.")?.split_once("` | `"));
    let listed: Vec<(&str, &str)> = rows.filter_map(|(ending, rest)| Some((ending, rest.split_once('`')?.0))).collect();
    assert_eq!(listed, media::TYPES);
    for setting in SETTINGS.into_iter().chain(["guide"]) {
        let mut site = site(setting);
        // Every index is made of the same kinds of files.
        if setting == SETTINGS[0] {
            search::add(&mut site).unwrap();
        }
        for path in site.files.keys().filter(|path| *path != "_headers") {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            assert!(listed.iter().any(|(known, _)| *known == ending), "{path} is of a kind that the guide does not name");
        }
    }
    // Every IIS knows these; the guide's lines for it must name the others.
    let known = ["html", "css", "js", "png", "txt", "xml"];
    for (ending, media) in listed.into_iter().filter(|(ending, _)| !known.contains(ending)) {
        let media = media.split(';').next().unwrap();
        let lines = [
            format!("<remove fileExtension=\".{ending}\" />"),
            format!("<mimeMap fileExtension=\".{ending}\" mimeType=\"{media}\" />"),
        ];
        assert!(lines.iter().all(|line| guide.contains(line)), "web.config lacks {lines:?}");
    }
}

/// The names of the folders in which the program was built would tell who built it, and make the same site differ between machines.
#[test]
fn no_file_of_the_site_names_a_folder_of_this_machine() {
    let site = site("school");
    let mut folders = vec![env!("CARGO_MANIFEST_DIR").to_owned()];
    folders.extend(std::env::var("HOME").ok().filter(|home| home.len() > 1).map(|home| format!("{home}/.")));
    folders.extend(std::env::var("CARGO_HOME").ok());
    for (path, bytes) in &site.files {
        for folder in &folders {
            assert!(!bytes.windows(folder.len()).any(|window| window == folder.as_bytes()), "{path} names {folder}");
        }
    }
}

/// The page that says where words go and the lesson that may send them are made from one switch.
#[test]
fn voices_from_a_server_speak_only_where_the_setting_allows_them_and_the_privacy_page_says_so() {
    for allowed in [false, true] {
        let mut sources = load::read(Path::new("content/school")).unwrap();
        let setting = sources.files.get_mut("setting.toml").unwrap();
        *setting = setting.replace("online_voices = false", &format!("online_voices = {allowed}"));
        let site = render::render_blocking(&understood(&sources).setting.unwrap(), &embedded::RENDERING, &Options::default());
        let lesson = text(&site, "lessons/tell-someone.html");
        let data = lesson.split("data-for=\"lesson\">").nth(1).unwrap().split("</script>").next().unwrap();
        let data: PageData = wire::decode(data).unwrap();
        assert_eq!(data.voice_rule.online, allowed);
        let privacy = text(&site, "privacy.html");
        assert_eq!(privacy.contains("A voice from the internet can read lessons aloud"), allowed);
        assert_ne!(privacy.contains("The words stay on the device."), allowed);
    }
}
