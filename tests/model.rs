//! What a sound setting becomes: numbers of clauses, who sees what, names, links, and lessons with their symbols.

use fingerpost_lesson::content::{Activity, Step, words};
use fingerpost_lesson::path::Path;
use fingerpost_load::{self as loading, Carried, Loaded, Options, Sources};
use fingerpost_model::carried::Symbol;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Approval, Audience, Block, Day, Inline, Only, PageId, Part, Setting, Strength, Target};
use std::fs;
use std::path::Path as FilePath;

const SYMBOLS: [Symbol; 3] = [
    Symbol { id: "stop", label: "stop", words: &["stop"], drawing: "" },
    Symbol { id: "tell", label: "tell", words: &["tell", "tells", "told"], drawing: "" },
    Symbol { id: "trusted-adult", label: "trusted adult", words: &["trusted adult"], drawing: "" },
];

/// The base of the cases of `findings.rs`, with other files over it, of which nobody has approved most.
fn load(files: &[(&str, &str)]) -> Loaded {
    load_with(files, Options::default().with_drafts(true))
}

fn load_with(files: &[(&str, &str)], options: Options) -> Loaded {
    let base = FilePath::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/findings/_base"));
    let mut sources = Sources::default();
    let names = ["setting.toml", "links.toml", "glossary.md", "policy/01-dsl.md", "lessons/tell.md"];
    for name in names {
        sources.files.insert(name.to_owned(), fs::read_to_string(base.join(name)).unwrap());
    }
    for (path, text) in files {
        sources.files.insert((*path).to_owned(), (*text).to_owned());
    }
    loading::load(&sources, Carried { symbols: &SYMBOLS, words: &[] }, options)
}

/// The setting, if nothing but what the base goes without was found.
fn sound(files: &[(&str, &str)]) -> Setting {
    let loaded = load(files);
    let wrong: Vec<_> = loaded.findings.iter().filter(|finding| finding.rule != Rule::MissingFile).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    loaded.setting.unwrap()
}

fn references(parts: &[Part], found: &mut Vec<(String, String)>) {
    for part in parts {
        found.extend(part.clause.iter().map(|clause| (clause.id.clone(), clause.reference.clone())));
        references_in(&part.blocks, found);
        references(&part.parts, found);
    }
}

fn references_in(blocks: &[Block], found: &mut Vec<(String, String)>) {
    for block in blocks {
        if let Block::List { items, .. } = block {
            for item in items {
                found.extend(item.clause.iter().map(|clause| (clause.id.clone(), clause.reference.clone())));
                references_in(&item.blocks, found);
            }
        }
    }
}

#[test]
fn clauses_are_counted_over_hidden_parts_and_a_typed_number_stands() {
    let policy = "+++\nnumber = 7\n+++\n\n# T\n\n\
        - Staff must tell. {#a-1 .staff}\n\n\
        ## In short {.in-short}\n\n- You can tell us.\n- We listen. We act.\n\n\
        ## First\n\n- Words.\n- Staff must not wait. {#b-2 .staff}\n  - Or nearly. {#b-2a .staff}\n  - Never. {#b-2b .staff}\n\n\
        Between.\n\n- Staff should ask. {#b-3 .staff ref=5.2(b)}\n  - At once. {#b-3a .staff}\n\n\
        ## Hidden {#hidden only=staff}\n\n- Only staff know. {#c-1 .staff}\n\n\
        ## Last, which everyone must read {#last .everyone}\n\n- This is so. {#d-1 .everyone}\n";
    let setting = sound(&[("policy/01-dsl.md", policy), ("lessons/tell.md", LESSON)]);
    let section = &setting.sections[0];
    let mut found = Vec::new();
    references_in(&section.document.blocks, &mut found);
    references(&section.document.parts, &mut found);
    let found: Vec<(&str, &str)> = found.iter().map(|(id, reference)| (id.as_str(), reference.as_str())).collect();
    assert_eq!(
        found,
        [
            ("a-1", "7.1"),
            ("b-2", "7.1.2"),
            ("b-2a", "7.1.2(a)"),
            ("b-2b", "7.1.2(b)"),
            ("b-3", "5.2(b)"),
            ("b-3a", "5.2(b)(a)"),
            ("c-1", "7.2.1"),
            ("last", "7.3"),
            ("d-1", "7.3.1"),
        ]
    );
    assert_eq!(section.document.parts[1].only, Only::These(vec![Audience::Staff]));
    assert_eq!(section.document.parts[0].id, "first");
    let in_short = section.in_short.as_ref().unwrap();
    assert_eq!((in_short.id.as_str(), in_short.blocks.len()), ("in-short", 1));
    assert_eq!(section.document.parts[2].clause.as_ref().unwrap().strength, Strength::Must);
}

#[test]
fn what_does_not_hold_is_not_counted_and_not_there() {
    let policy = "# T\n\n## Calls {#calls when=kind:charity}\n\n- Staff must call. {#a-1 .staff}\n\n\
        ## Records\n\n- There is no filter. {#b-1 .organisation when=filtering:none}\n\
        - The provider filters. {#b-1 .organisation when=filtering:provider}\n- Said in a school. {unless=kind:charity}\n\
        - Staff must tell. {#b-2 .staff}\n";
    let charity = "+++\nwhen = \"kind:charity\"\n+++\n\n# For a charity\n\n- Staff must call. {#a-1 .staff}\n";
    let setting = sound(&[("policy/01-dsl.md", policy), ("policy/01-charity.md", charity), ("lessons/tell.md", LESSON)]);
    assert_eq!(setting.sections.iter().map(|section| section.slug.as_str()).collect::<Vec<_>>(), ["dsl"]);
    let document = &setting.sections[0].document;
    let mut found = Vec::new();
    references(&document.parts, &mut found);
    assert_eq!(found, [("b-1".to_owned(), "1.1.1".to_owned()), ("b-2".to_owned(), "1.1.3".to_owned())]);
    let Block::List { items, .. } = &document.parts[0].blocks[0] else { panic!("{document:?}") };
    assert_eq!(items[0].blocks, [Block::Paragraph(vec![Inline::Text("The provider filters.".to_owned())])]);
    assert_eq!((&items[1].clause, &items[1].only), (&None, &Only::Everyone));
}

#[test]
fn a_draft_is_left_out_unless_it_is_asked_for() {
    let own =
        "+++\napproved_by = \"The head teacher\"\napproved_on = 2026-10-02\n+++\n\n# Own\n\nSee [the draft](03-draft.md).\n";
    let files = [("policy/02-own.md", own), ("policy/03-draft.md", "# Draft\n\nWords.\n"), ("lessons/tell.md", LESSON)];
    let approvals = |loaded: Loaded| {
        let setting = loaded.setting.unwrap();
        let sections = setting.sections.iter().map(|section| (section.slug.clone(), section.approval.clone()));
        (sections.collect::<Vec<_>>(), setting.lessons.len())
    };
    let on = Day { year: 2026, month: 10, day: 2 };
    let mut expected = vec![
        ("dsl".to_owned(), Approval::WithPolicy),
        ("own".to_owned(), Approval::By { who: "The head teacher".to_owned(), on }),
    ];
    let without = load_with(&files, Options::default());
    let said: Vec<_> = without.findings.iter().map(|finding| finding.rule).filter(|rule| *rule != Rule::MissingFile).collect();
    assert_eq!(said, [Rule::Draft, Rule::Draft, Rule::LinkToDraft]);
    assert_eq!(approvals(without), (expected.clone(), 0));
    expected.push(("draft".to_owned(), Approval::Draft));
    let with = load(&files);
    assert!(with.findings.iter().all(|finding| finding.rule == Rule::MissingFile), "{:?}", with.findings);
    assert_eq!(approvals(with), (expected, 1));
}

#[test]
fn names_and_links_become_what_they_mean() {
    let page = "# Home\n\nRing [{{ dsl_phone }}](<tel:{{ dsl_phone }}>) on *{{ next_review }}*, {{ dsl_name }}.\n\n\
        [Records](../policy/01-dsl.md#records), [Childline](link:childline), [DSL](../glossary.md#dsl), ![Tell](symbol:tell)\n";
    let setting = sound(&[("pages/home.md", page), ("lessons/tell.md", LESSON)]);
    let (_, home) = setting.pages.first_key_value().unwrap();
    let Block::Paragraph(first) = &home.blocks[0] else { panic!("{home:?}") };
    let text = |text: &str| Inline::Text(text.to_owned());
    assert_eq!(
        first[..],
        [
            text("Ring "),
            Inline::Link { to: Target::Address("tel:01632960101".to_owned()), content: vec![text("01632 960 101")] },
            text(" on "),
            Inline::Emphasis(vec![text("1 September 2027")]),
            text(", Ms Brown."),
        ]
    );
    let Block::Paragraph(second) = &home.blocks[1] else { panic!("{home:?}") };
    let targets: Vec<&Target> =
        second.iter().filter_map(|inline| if let Inline::Link { to, .. } = inline { Some(to) } else { None }).collect();
    let place = |page, fragment: &str| Target::Page { page, fragment: Some(fragment.to_owned()) };
    assert_eq!(
        targets,
        [
            &place(PageId::Section("dsl".to_owned()), "records"),
            &Target::Address("https://www.childline.org.uk".to_owned()),
            &place(PageId::Glossary, "dsl"),
        ]
    );
    assert_eq!(second.last(), Some(&Inline::Symbol { id: "tell".to_owned(), alt: "Tell".to_owned() }));
    assert_eq!(setting.glossary[0].forms, ["DSL", "designated safeguarding lead"]);
    assert_eq!(setting.roles[0].email, Some(("dsl".to_owned(), "school.example.org".to_owned())));
}

const LESSON: &str = "+++\nclauses = []\naim = \"The learner can tell {{ dsl_name }}.\"\n+++\n\n# Tell someone\n\n\
    ## Someone can help {#help}\n\n\
    ### together: look\n\n![Stop](symbol:stop)\n![Tell](symbol:tell)\n\nI tell.\n\n\
    ### symbols: choose one\n\nI see a thing. It is sad.\n\nWhat can I do?\n\n> Look for help.\n\n\
    - [ ] ![A hand](symbol:stop) I wait.\n  - It stays. You can tell.\n- [x] I tell a trusted adult.\n  - Yes.\n\nWell done.\n\n\
    ### easy-read: sort\n\nWhere does each thing go?\n\n\
    - Tell\n  - One\n    - Because.\n  - Two\n    - Because.\n  - Three\n    - Because.\n- Keep\n  - Four\n    - Because.\n\n\
    ### plain: story\n\n#### Start {#start}\n\nIt begins.\n\n- [Go on.](#end)\n\n#### End {#end}\n\nIt ends.\n";

fn step(setting: &Setting, path: Path) -> &Step {
    setting.lessons[0].lesson.moments[0].on(path).unwrap()
}

#[test]
fn a_lesson_has_its_sentences_symbols_and_activities() {
    let setting = sound(&[("lessons/tell.md", LESSON)]);
    assert_eq!(setting.lessons[0].aim, "The learner can tell Ms Brown.");
    assert_eq!(setting.lessons[0].lesson.id, "tell");

    let look = step(&setting, Path::Together);
    assert_eq!(look.pictures.iter().map(|picture| picture.symbol.as_str()).collect::<Vec<_>>(), ["stop", "tell"]);
    assert_eq!(look.say[0][0].0[1].symbol.as_deref(), Some("tell"));

    let choose = step(&setting, Path::Symbols);
    assert_eq!((choose.say[0].len(), words(&choose.question).as_str()), (2, "What can I do?"));
    assert_eq!((words(&choose.hint).as_str(), words(&choose.after).as_str()), ("Look for help.", "Well done."));
    let Activity::Choose(choices) = &choose.activity else { panic!("{choose:?}") };
    assert_eq!((choices[0].right, choices[1].right), (false, true));
    assert_eq!(choices[0].picture.as_ref().unwrap().alt, "A hand");
    assert_eq!((words(&choices[0].text).as_str(), words(&choices[0].reason).as_str()), ("I wait.", "It stays. You can tell."));
    assert_eq!(choices[1].text[0].0.last().unwrap().symbol.as_deref(), Some("trusted-adult"));

    let Activity::Sort(sort) = &step(&setting, Path::EasyRead).activity else { panic!("no sort") };
    let order: Vec<_> = sort.things.iter().map(|thing| (words(&thing.text), thing.group)).collect();
    assert_eq!(order, [("One".into(), 0), ("Four".into(), 1), ("Two".into(), 0), ("Three".into(), 0)]);

    let Activity::Story(scenes) = &step(&setting, Path::Plain).activity else { panic!("no story") };
    assert_eq!((scenes[0].id.as_str(), scenes[0].choices[0].to, scenes[1].choices.len()), ("start", 1, 0));
}

#[test]
fn a_setting_with_mistakes_is_made_as_far_as_it_can_be() {
    let loaded =
        load(&[("setting.toml", "name = \"The Example School\"\nshort = 5"), ("policy/02-more.md", "# More\n\nWords.\n")]);
    let setting = loaded.setting.unwrap();
    assert_eq!(setting.name, "The Example School");
    assert_eq!(setting.sections.len(), 2);
    let rules: Vec<_> = loaded.findings.iter().map(|finding| finding.rule).filter(|rule| *rule != Rule::MissingFile).collect();
    assert!(rules.contains(&Rule::WrongType) && rules.contains(&Rule::MissingKey), "{rules:?}");
    // Names are missing because there are no roles, and are not reported each as well.
    assert!(!rules.contains(&Rule::UnknownName), "{rules:?}");
}

/// Whatever else is found would follow from the line that could not be read.
#[test]
fn where_setting_toml_cannot_be_read_that_alone_is_said() {
    let broken = [("setting.toml", "name = \"The Example School\"\nshort = "), ("policy/02-more.md", "# More\n\n<b>\n")];
    let loaded = load(&broken);
    assert!(loaded.setting.is_none());
    let said: Vec<_> = loaded.findings.iter().map(|finding| (&*finding.place.file, finding.rule)).collect();
    assert_eq!(said, [("setting.toml", Rule::TomlSyntax)]);
}
