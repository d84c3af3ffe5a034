//! Loading a folder again and again, as `serve` does while somebody writes: after each of hundreds of edits it gives what a first loading gives.

use fingerpost_load::{Cache, Carried, Options, Sources, load, load_again, read};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// What somebody does to a file.
#[derive(Clone, Copy, Debug)]
enum Edit {
    /// Writes a sentence at the end.
    Sentence,
    /// Writes a heading and something beneath it.
    Heading,
    /// Writes a clause of its own, with an id that may be there already.
    Clause,
    /// Takes a line out.
    TakeOut,
    /// Writes a line a second time.
    Repeat,
    /// Changes one letter.
    Letter,
    /// Saves it with the line ends of Windows.
    LineEnds,
    /// Takes the whole file away.
    Remove,
    /// Puts it back as it was at the beginning.
    Restore,
    /// Saves it once more beneath another name.
    Copy,
    /// Turns a switch of the setting, on which a section depends.
    Switch,
    /// Lets the setting go without its first section, or have it again.
    LeaveOut,
    /// Touches nothing.
    Nothing,
}

const EDITS: [Edit; 13] = [
    Edit::Sentence,
    Edit::Heading,
    Edit::Clause,
    Edit::TakeOut,
    Edit::Repeat,
    Edit::Letter,
    Edit::LineEnds,
    Edit::Remove,
    Edit::Restore,
    Edit::Copy,
    Edit::Switch,
    Edit::LeaveOut,
    Edit::Nothing,
];

/// Does it to the file with this number, at the line with this number; both are counted round and round.
fn apply(edit: Edit, file: usize, line: usize, files: &mut BTreeMap<String, String>, first: &BTreeMap<String, String>) {
    let path = first.keys().nth(file % first.len()).unwrap().clone();
    if let Edit::Restore = edit {
        files.insert(path.clone(), first[&path].clone());
        return;
    }
    if let (Edit::Switch | Edit::LeaveOut, Some(setting)) = (edit, files.get_mut("setting.toml")) {
        let (one, other) = match edit {
            Edit::Switch => ("remote = true", "remote = false"),
            _ => (LEFT_OUT, HERE),
        };
        *setting = if setting.contains(one) { setting.replace(one, other) } else { setting.replace(other, one) };
        return;
    }
    let Some(text) = files.get_mut(&path) else { return };
    let lines: Vec<&str> = text.lines().collect();
    let at = line % lines.len().max(1);
    let with = |put: &dyn Fn(&str) -> Vec<String>| {
        let lines =
            lines.iter().enumerate().flat_map(|(number, line)| if number == at { put(line) } else { vec![(*line).to_owned()] });
        lines.map(|line| line + "\n").collect::<String>()
    };
    let new = match edit {
        Edit::Sentence => format!("{text}\nStaff ring {{{{ lead_phone }}}} today. See [that](02-devices.md#new-{}).\n", line % 3),
        Edit::Heading => format!("{text}\n## A new heading {}\n\nSomething beneath it.\n", line % 3),
        Edit::Clause => format!("{text}\n- Staff must tell the DSL. {{#new-{} .staff}}\n", line % 3),
        Edit::TakeOut => with(&|_| Vec::new()),
        Edit::Repeat => with(&|line| vec![line.to_owned(); 2]),
        Edit::Letter => with(&|line| vec![line.replacen('e', "E", 1)]),
        Edit::LineEnds => text.replace("\r\n", "\n").replace('\n', "\r\n"),
        Edit::Copy => {
            let copy = text.clone();
            let (folder, name) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, name)| (folder, name));
            let separator = if folder.is_empty() { "" } else { "/" };
            files.insert(format!("{folder}{separator}{}9-{name}", line % 3), copy);
            return;
        }
        Edit::Remove => {
            files.remove(&path);
            return;
        }
        Edit::Restore | Edit::Switch | Edit::LeaveOut | Edit::Nothing => return,
    };
    *text = new;
}

/// What was understood, and what was found, in words.
fn said(loaded: &fingerpost_load::Loaded) -> String {
    format!("{:#?}\n{:#?}", loaded.findings, loaded.setting)
}

/// What setting.toml says while the setting has all its sections, and while it goes without the first.
const HERE: &str = "agreements = ";
const LEFT_OUT: &str = "leave_out = [\"telling\"]\nagreements = ";

/// The content of a test site, with a section that depends on a switch and one that nobody has approved.
fn content(name: &str) -> Sources {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/sites"));
    let mut sources = read(&root.join(name).join("content")).unwrap();
    let setting = sources.files.get_mut("setting.toml").unwrap();
    if !setting.contains("[switches]\n") {
        setting.push_str("\n[switches]\n");
    }
    *setting = setting.replace("[switches]\n", "[switches]\nremote = true\n");
    let section =
        |front: &str, title: &str| format!("+++\n{front}+++\n\n# {title}\n\n- Staff must look twice. {{#{title}-1 .staff}}\n");
    let approved = "approved = \"with the policy\"\n";
    for (path, text) in [
        ("policy/07-remote.md", section(&format!("{approved}when = \"remote\"\n"), "remote")),
        ("policy/08-draft.md", section("", "draft")),
        ("policy/09-last.md", section(approved, "last")),
    ] {
        sources.files.insert(path.to_owned(), text);
    }
    sources
}

proptest! {
    // 20 sittings of 25 edits are 500.
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_every_edit_it_is_as_if_it_had_been_loaded_for_the_first_time(
        two_languages in any::<bool>(),
        edits in prop::collection::vec((prop::sample::select(&EDITS[..]), 0..1000_usize, 0..1000_usize), 25),
    ) {
        let carried = Carried { symbols: &[], words: &[] };
        let mut sources = content(if two_languages { "two-languages" } else { "small" });
        let first = sources.files.clone();
        let mut cache = Cache::default();
        load_again(&sources, carried, Options::default(), &mut cache);
        for (number, (edit, file, line)) in edits.into_iter().enumerate() {
            apply(edit, file, line, &mut sources.files, &first);
            // Drafts are shown now and then, which changes what is on the site without an edit.
            let options = Options::default().with_drafts(number % 9 == 8);
            let again = said(&load_again(&sources, carried, options, &mut cache));
            let afresh = said(&load(&sources, carried, options));
            prop_assert!(again == afresh, "after {edit:?} of file {file}, line {line}:\n{}", different(&afresh, &again));
        }
    }
}

/// What a link means depends on the file to which it leads, and what is said of a broken one on all of them.
#[test]
fn what_links_to_an_edited_file_is_understood_anew() {
    let carried = Carried { symbols: &[], words: &[] };
    let mut sources = content("small");
    let mut cache = Cache::default();
    let section = |words: &str| format!("+++\napproved = \"with the policy\"\n+++\n\n# A section\n\n{words}\n");
    let linking = section("See [that](11-target.md#place). Or [this](../pages/hom.md).");
    for (path, text) in [
        ("policy/10-linking.md", linking),
        ("policy/11-target.md", section("## There {#place}\n\nWords.")),
        ("policy/11-target.md", section("## There\n\nWords.")),
        ("policy/11-target.md", section("## There {#place only=staff}\n\nWords.")),
        ("policy/11-target.md", section("## There {#place}\n\nOther words.")),
        ("pages/home.md", String::new()),
        ("policy/11-target.md", section("Words.")),
    ] {
        match text.as_str() {
            "" => sources.files.remove(path),
            _ => sources.files.insert(path.to_owned(), text.clone()),
        };
        let again = said(&load_again(&sources, carried, Options::default(), &mut cache));
        let afresh = said(&load(&sources, carried, Options::default()));
        assert!(again == afresh, "after {path} with {text}:\n{}", different(&afresh, &again));
    }
}

/// The first lines that are different, with those around them.
fn different(one: &str, other: &str) -> String {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
    let at = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let around = |lines: &[&str]| lines[at.saturating_sub(12)..(at + 4).min(lines.len())].join("\n");
    format!("for the first time:\n{}\nagain:\n{}", around(&one), around(&other))
}
