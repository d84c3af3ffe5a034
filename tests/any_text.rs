//! Whatever stands in the files, loading ends with a list of findings and not with a panic.

use fingerpost_check::accept::accept;
use fingerpost_check::check;
use fingerpost_load::{self as loading, Carried, Loaded, Options, Sources};
use fingerpost_model::Day;
use fingerpost_model::carried::Symbol;
use fingerpost_model::rules::Rule;
use proptest::prelude::*;
use std::collections::BTreeMap;

const SYMBOLS: [Symbol; 1] = [Symbol { id: "tell", label: "tell", words: &["tell"], drawing: "" }];

const SETTING: &str =
    "kind = \"school\"\nname = \"N\"\nshort = \"S\"\nlanguage = \"en\"\ncolour = \"#123456\"\nlessons = [\"a\"]\n";

/// Pieces of which files are made, so that chance meets what the program looks for.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "+++\n",
        "# ",
        "## ",
        "### plain: ",
        "### symbols: choose one\n",
        "story\n",
        "sort\n",
        "order\n",
        "#### ",
        "\n",
        "\n\n",
        "- ",
        "  - ",
        "    - ",
        "- [x] ",
        "- [ ] ",
        "1. ",
        "> ",
        "{#a",
        " .staff",
        " only=dsl",
        "only=staff}",
        "(only: staff)",
        "++++\n",
        "• ",
        "leave_out = [\"a\"]\n",
        " when=on",
        " unless=kind:school",
        " when=",
        " ref=1",
        " .critical",
        " clauses=a",
        " for=b",
        "}",
        "{{ ",
        " }}",
        "dsl_title",
        "[",
        "](",
        ")",
        "#a",
        "![",
        "symbol:tell",
        "link:x",
        "<b>",
        "<!--",
        "`",
        "\n```\n",
        "\n```lesson\n",
        "**",
        "_",
        "| a |\n|---|\n",
        "é",
        "\u{feff}",
        "\r\n",
        "\\",
        "a@b.cd",
        "javascript:",
        "../x.md",
        ". ",
        "? ",
        "\" ",
        "e.g. ",
        "number = 1\n",
        "approved = \"with the policy\"\n",
        "approved_on = ",
        "only_for = [",
        "when = \"on\"\n",
        "unless = ",
        "[switches]\non = true\n",
        "\"staff\"",
        "]",
        "[roles.a]\n",
        "=",
        "2026-02-30",
        "[[change]]\n",
        "[a]\n",
        "law:a",
        "policy:a",
        "\t",
        "\0",
        "words and words ",
    ]);
    let piece = prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn sources<const N: usize>(files: [(&str, String); N]) -> Sources {
    let files: BTreeMap<String, String> = files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
    Sources { files, common: Some("../common".to_owned()), ..Sources::default() }
}

fn parsed(sources: &Sources) -> Loaded {
    let carried = Carried { symbols: &SYMBOLS, words: &["home"] };
    // A draft that is left out would not be read to its end.
    loading::load(sources, carried, Options::default().with_drafts(true))
}

/// Records that questions were read, and says how many files changed; nothing if it was refused.
fn read_again(sources: &mut Sources, id: &str) -> Option<usize> {
    let Loaded { setting, findings } = parsed(sources);
    let accepted = accept(&setting.unwrap(), &findings, &[id.to_owned()]).ok()?;
    let files = accepted.files.into_iter().map(|(path, text)| (path.to_string(), text));
    let count = files.len();
    sources.files.extend(files);
    Some(count)
}

fn load<const N: usize>(files: [(&str, String); N]) {
    let loaded = parsed(&sources(files));
    for finding in &loaded.findings {
        assert!(finding.place.line > 0 && finding.place.column > 0, "{finding}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markdown(policy in pieces(), page in pieces(), glossary in pieces(), lesson in pieces()) {
        load([
            ("setting.toml", SETTING.to_owned()),
            ("policy/01-a.md", policy.clone()),
            ("policy/02-b.md", format!("# B\n\n{policy}")),
            ("../common/glossary.md", page.clone()),
            ("../common/pages/home.md", page),
            ("glossary.md", glossary),
            ("lessons/a.md", format!("+++\nclauses = []\naim = \"A\"\n+++\n# A\n\n## M {{#m}}\n\n### plain: {lesson}")),
        ]);
    }

    #[test]
    fn questions(quiz in pieces(), course in pieces(), bank in pieces(), scene in pieces()) {
        let list = "- [x] [One.](#a)\n  - Words. {clauses=a}\n- [ ] [Two.](#b)\n  - Words. {clauses=a,b}\n";
        load([
            ("setting.toml", format!("{SETTING}quizzes = [\"a\"]\ninductions = [\"b\"]\n")),
            ("policy/01-a.md", format!("# A\n\n{course}")),
            ("quizzes/a.md", format!("+++\n+++\n# A\n\n## Q {{#q}}\n\n{quiz}")),
            ("inductions/b.md", format!("+++\naudiences = [\"staff\"]\nasked = 9\n+++\n# B\n\n## T {{#t}}\n\n{course}")),
            ("items/t.md", format!("# T\n\n## Q {{#q .critical}}\n\n{bank}\n\n### A {{#a}}\n\n{scene}\n\n{list}\n### B {{#b}}\n\n{bank}")),
        ]);
    }

    #[test]
    fn a_handbook(one in pieces(), two in pieces(), between in pieces()) {
        let page = format!("# A\n\n```lesson\n# L\n\n## M {{#m}}\n\n### plain: {one}\n```\n\n{between}\n\n```lesson\n{two}\n```\n");
        load([
            ("setting.toml", SETTING.replace("school", "handbook")),
            ("handbook/01-a.md", page.clone()),
            ("handbook/02-b.md", page.replace("```lesson", "```quiz b")),
            ("handbook/03-c.md", format!("{between}\n{}", page.replace("```lesson", "```item m"))),
        ]);
    }

    #[test]
    fn records(own in pieces(), shared in pieces(), clauses in prop::collection::vec(prop_oneof![pieces(), any::<String>()], 4)) {
        let [one, two, three, four] = clauses.try_into().unwrap();
        let mut sources = sources([
            ("setting.toml", SETTING.to_owned()),
            ("policy/01-a.md", format!("# A\n\n- {one}\n  {{#c-1 .staff}}\n- Words {{#c-2 .staff}}\n\n  {two}\n")),
            ("../common/policy/02-b.md", format!("# B\n\n- {three}\n  {{#c-3 .staff}}\n- Words {{#c-4 .staff}}\n\n  {four}\n")),
            ("../common/lessons/a.md", "+++\naim = \"A\"\nclauses = [\"c-1\", \"c-2\", \"c-3\", \"c-4\"]\n+++\n# A\n\n## M {#m}\n\n### plain: look\n\nYou can tell.\n".to_owned()),
        ]);
        sources.files.extend([("read-against.toml".to_owned(), own), ("../common/read-against.toml".to_owned(), shared)]);
        let _ = read_again(&mut sources, "new");
        sources.files.retain(|path, _| !path.ends_with("read-against.toml"));
        // What cannot be read in the policy leaves the lesson with errors, and then nothing is recorded.
        if read_again(&mut sources, "new").is_none() {
            return Ok(());
        }
        let Loaded { setting, findings } = parsed(&sources);
        prop_assert!(findings.iter().all(|finding| finding.rule != Rule::DamagedRecord), "{:#?}", sources.files);
        let day = Day { year: 2026, month: 11, day: 22 };
        let unread = check(&setting.unwrap(), day).into_iter().filter(|finding| ["clause-", "question-"].iter().any(|kind| finding.rule.id().starts_with(kind)));
        prop_assert_eq!(unread.collect::<Vec<_>>(), Vec::new());
        // A lesson with errors and without a clause has nothing new, and is refused by its name.
        prop_assert_eq!(read_again(&mut sources, "lessons/a").unwrap_or_default(), 0);
    }

    #[test]
    fn translations(original in pieces(), policy in pieces(), texts in pieces(), front in pieces()) {
        load([
            ("setting.toml", SETTING.to_owned()),
            ("policy/01-a.md", original.clone()),
            ("policy/02-b.md", format!("# B\n\n## A {{#a}}\n\n- One {{#b .staff}}\n{original}")),
            ("lessons/a.md", format!("+++\nclauses = []\naim = \"A\"\n+++\n# A\n\n## M {{#m}}\n\n### plain: {original}")),
            ("glossary.md", original),
            ("strings.ar.toml", String::new()),
            ("setting.ar.toml", texts.clone()),
            ("../common/links.ar.toml", texts),
            ("policy/01-a.ar.md", policy.clone()),
            ("policy/02-b.ar.md", format!("+++\n{front}\n+++\n# B\n\n## A\n\n- One {{#b}}\n{policy}")),
            ("lessons/a.ar.md", format!("+++\n{front}\n+++\n# A\n\n## M {{#m}}\n\n### plain: {policy}")),
            ("glossary.ar.md", policy),
        ]);
    }

    #[test]
    fn toml(setting in pieces(), links in pieces(), strings in pieces(), front in pieces()) {
        load([
            ("setting.toml", format!("{SETTING}{setting}")),
            ("links.toml", links.clone()),
            ("law.toml", links.clone()),
            ("policies.toml", links.clone()),
            ("changes.toml", format!("[[change]]\n{links}")),
            ("../common/links.toml", strings.clone()),
            ("../common/law.toml", strings.clone()),
            ("../common/policies.toml", strings.clone()),
            ("../common/strings.toml", links),
            ("strings.toml", strings),
            ("policy/01-a.md", format!("+++\n{front}\n+++\n# A")),
            ("lessons/a.md", format!("+++\n{front}\n+++\n# A")),
            ("quite/another.md", setting),
        ]);
    }
}
