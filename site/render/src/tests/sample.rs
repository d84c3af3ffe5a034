//! A small setting for the tests of the pages, made without the loader.

use super::pieces::{part, place, text};
use super::questions;
use fingerpost_lesson::content::{
    Activity, Choice, Group, Lesson, Line, Moment, Order, Ordered, Picture, Scene, Sentence, Sort, Span, Step, Text, Thing, Way,
};
use fingerpost_lesson::strings::{JourneyStrings, PagesStrings, PlayerStrings, QuizStrings};
use fingerpost_model::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Words that only staff may read. They must be in one file and in no other.
pub const STAFF_ONLY: [&str; 4] = ["canary-item", "canary-part", "canary-section", "canary-page"];

/// Words that are markup, unless they are escaped.
pub const MARKUP: &str = "<script>alert(\"1\")</script> & 'more'";

/// The sample.
pub fn setting() -> Setting {
    let strings: toml::Table = include_str!("../../../../tests/cases/strings.toml").parse().expect("strings.toml is TOML");
    let text_of = |table: &str, key: &str| strings[table][key].as_str().expect("every string is a string").to_owned();
    Setting {
        kind: "school".into(),
        name: "The Example School".into(),
        short: "our school".into(),
        language: "en-GB".into(),
        base_url: Some("https://school.example.org/online-safety/".into()),
        host: Host { https_only: true, security_contact: None },
        online_voices: false,
        invented: Invented::default(),
        leave_to: "https://example.org/weather".into(),
        sensitive: Default::default(),
        colour: "#1d4f7c".into(),
        logo: None,
        policy: PolicyFacts {
            title: "Online safety policy".into(),
            version: "3.0".into(),
            version_place: place(),
            owner: "dsl".into(),
            approved_by: "the governing body".into(),
            approved_on: Some(Day { year: 2026, month: 9, day: 14 }),
            approved_place: place(),
            reviewed_on: Some(Day { year: 2026, month: 9, day: 1 }),
            reviewed_place: place(),
            next_review: Some(Day { year: 2027, month: 9, day: 1 }),
            next_review_place: place(),
        },
        sections: sections(),
        pages: pages(),
        roles: roles(),
        links: links(),
        laws: laws(),
        policies: policies(),
        changes: changes(),
        glossary: vec![
            term("dsl", &["Designated safeguarding lead", "DSL"], "The person in charge of keeping children safe here."),
            term("filtering", &["Filtering", "filter", "filters"], "It stops some websites. Filtering is not perfect."),
        ],
        agreements: agreements(),
        lessons: vec![lesson()],
        sentences: vec![],
        dependents: Vec::new(),
        reviews: ReviewRecords::default(),
        quizzes: questions::quizzes(),
        inductions: questions::inductions(),
        handbook: Vec::new(),
        words: strings["site"].as_table().expect("[site]").keys().map(|key| (key.clone(), text_of("site", key))).collect(),
        player_strings: PlayerStrings::from_lookup(|key| text_of("player", key)),
        pages_strings: PagesStrings::from_lookup(|key| text_of("pages", key)),
        journey_strings: JourneyStrings::from_lookup(|key| text_of("journey", key)),
        quiz_strings: QuizStrings::from_lookup(|key| text_of("quiz", key)),
        translations: Arc::default(),
    }
}

fn sections() -> Vec<Section> {
    let section = |number, slug: &str, only, title: &str, blocks, parts| Section {
        slug: slug.to_owned(),
        number,
        only,
        approval: approval(slug),
        in_short: in_short(slug),
        document: Document { title: title.to_owned(), blocks, parts, place: place() },
    };
    let mut staff_part = part(3, "canary-part-id", "What staff see", vec![Block::Paragraph(text("canary-part"))], Vec::new());
    staff_part.only = Only::These(vec![Audience::Staff]);
    let mut staff_item = clause("dsl-9", "5.2.3", &[Audience::Staff], "Staff must not tell a child canary-item.");
    staff_item.only = Only::These(vec![Audience::Staff]);
    let mut unreadable = clause("dsl-10", "5.2.4", &[Audience::Staff], "Nobody must see canary-nobody.");
    unreadable.only = Only::These(Vec::new());
    let mut heading_clause = part(2, "phones", "Parents should keep phones out of bedrooms at night", Vec::new(), Vec::new());
    heading_clause.clause = clause("par-3", "9.2", &[Audience::Parents], "should").clause;
    vec![
        section(
            5,
            "dsl",
            Only::Everyone,
            "The designated safeguarding lead (DSL)",
            vec![Block::Paragraph(text(
                "Tell the DSL when you think that a child is not safe online. You do not have to be sure. The DSL listens.",
            ))],
            vec![
                part(
                    2,
                    "dsl-leading",
                    "Leading online safety by the DSL",
                    vec![list(vec![
                        clause(
                            "dsl-1",
                            "5.1.1",
                            &[Audience::Dsl],
                            "The DSL must be the named contact for every online safety concern. The DSL works with staff, the local authority and national services.",
                        ),
                        clause(
                            "dsl-2",
                            "5.1.2",
                            &[Audience::Dsl, Audience::Governors],
                            "The DSL must keep up to date with research, law and new risks online.",
                        ),
                        clause(
                            "inc-1",
                            "5.1.3",
                            &[Audience::Staff, Audience::Volunteers],
                            "Staff and volunteers must tell the DSL about an online concern on the same day.",
                        ),
                    ])],
                    Vec::new(),
                ),
                part(
                    2,
                    "records",
                    "Records and reports",
                    vec![list(vec![
                        clause(
                            "inc-2",
                            "5.2.1",
                            &[Audience::Staff, Audience::Volunteers],
                            "Staff must not promise a child to keep a secret.",
                        ),
                        clause("inc-3", "5.2.2", &[Audience::Staff], "Staff should write down the child's own words or signs."),
                        staff_item,
                        unreadable,
                    ])],
                    vec![staff_part],
                ),
            ],
        ),
        section(
            8,
            "children",
            Only::Everyone,
            "Children and young people",
            vec![Block::Paragraph(vec![
                Inline::Text("These are the rules for children. See also ".into()),
                Inline::Link {
                    to: Target::Page { page: PageId::Section("dsl".into()), fragment: Some("dsl-9".into()) },
                    content: text("what staff know"),
                },
                Inline::Text(" and ".into()),
                Inline::Link {
                    to: Target::Page { page: PageId::Section("dsl".into()), fragment: Some("records".into()) },
                    content: text("the records"),
                },
                Inline::Text(", or ".into()),
                Inline::Link { to: Target::Address("tel:999".into()), content: text("999") },
                Inline::Text(", ".into()),
                entry_link(PageId::Laws, "kcsie"),
                entry_link(PageId::OtherPolicies, "phones"),
                entry_link(PageId::Laws, "no-such-law"),
                Inline::Text(" and ".into()),
                Inline::Link { to: Target::Address("javascript:alert(1)".into()), content: text("a script") },
                Inline::Text(".".into()),
            ])],
            vec![part(
                2,
                "chd-telling",
                "Telling",
                vec![list(vec![
                    clause(
                        "chd-6",
                        "8.1.1",
                        &[Audience::Children],
                        "Children should tell an adult they trust when something online feels bad.",
                    ),
                    clause(
                        "chd-7",
                        "8.1.2",
                        &[Audience::Children],
                        "Children must not share pictures of other people without asking.",
                    ),
                    clause("chd-8", "8.1.3", &[Audience::Everyone], "Everyone must ask before they take a picture of a person."),
                    clause(
                        "chd-9",
                        "8.1.4",
                        &[Audience::Organisation],
                        "The school must teach online safety to every child, in a way that suits the child.",
                    ),
                ])],
                Vec::new(),
            )],
        ),
        section(
            9,
            "parents",
            Only::Everyone,
            "Parents and carers",
            Vec::new(),
            vec![
                part(
                    2,
                    "records",
                    "At home",
                    vec![
                        list(vec![
                            Item {
                                ticked: Some(false),
                                ..clause(
                                    "par-1",
                                    "9.1.1",
                                    &[Audience::Parents],
                                    "Parents and carers should talk with their child about what they do online.",
                                )
                            },
                            Item {
                                ticked: Some(true),
                                ..clause(
                                    "par-2",
                                    "9.1.2",
                                    &[Audience::Parents],
                                    "Parents must not post pictures of other people's children from school events.",
                                )
                            },
                        ]),
                        Block::Table(Table {
                            about: MARKUP.into(),
                            head: vec![text("Age"), text("Rule")],
                            rows: vec![vec![text("13"), text(MARKUP)]],
                            align: vec![Align::End, Align::Start],
                        }),
                        Block::Quote(vec![Block::Paragraph(vec![
                            Inline::Strong(text("Filtering")),
                            Inline::Text(" and a ".into()),
                            Inline::Text("filter.".into()),
                            Inline::Symbol { id: "phone".into(), alt: "a phone".into() },
                        ])]),
                    ],
                    Vec::new(),
                ),
                heading_clause,
            ],
        ),
        section(
            10,
            "handling",
            Only::These(vec![Audience::Staff]),
            "Handling pictures",
            vec![Block::Paragraph(text("canary-section"))],
            Vec::new(),
        ),
    ]
}

/// One of the sections has one of its own, and one has none.
fn approval(slug: &str) -> Approval {
    match slug {
        "children" => Approval::By { who: "the head teacher".into(), on: Day { year: 2026, month: 10, day: 2 } },
        "parents" => Approval::Draft,
        _ => Approval::WithPolicy,
    }
}

/// One of the sections has it.
fn in_short(slug: &str) -> Option<InShort> {
    let blocks = vec![Block::Paragraph(text("You can tell us anything."))];
    (slug == "dsl").then(|| InShort { id: "in-short".into(), heading: text("In short"), blocks })
}

fn list(items: Vec<Item>) -> Block {
    Block::List { start: None, items }
}

fn clause(id: &str, reference: &str, audiences: &[Audience], words: &str) -> Item {
    let strength = match words {
        _ if words.contains("must not") => Strength::MustNot,
        _ if words.contains("must") => Strength::Must,
        _ if words.contains("should") => Strength::Should,
        _ => Strength::Is,
    };
    let clause = Clause {
        id: id.into(),
        reference: reference.into(),
        audiences: audiences.into(),
        strength,
        words: words.into(),
        place: place(),
    };
    Item { ticked: None, blocks: vec![Block::Paragraph(text(words))], clause: Some(clause), only: Only::Everyone, place: place() }
}

fn pages() -> BTreeMap<PageName, Document> {
    let page = |name, title: &str, words: &str, parts| {
        (name, Document { title: title.into(), blocks: vec![Block::Paragraph(text(words))], parts, place: place() })
    };
    let mut for_staff = part(2, "canary-page-id", "For staff", vec![Block::Paragraph(text("canary-page"))], Vec::new());
    for_staff.only = Only::These(vec![Audience::Staff]);
    let step = |words: &str| Item {
        ticked: None,
        blocks: vec![Block::Paragraph(text(words))],
        clause: None,
        only: Only::Everyone,
        place: place(),
    };
    let childline = Inline::Link { to: Target::Address("https://www.childline.example/".into()), content: text("Childline") };
    let mut talk = step("It is free. Ring 0800 1111.");
    talk.blocks.insert(0, Block::Paragraph(vec![childline]));
    let ladder = Block::List {
        start: Some(1),
        items: vec![
            step("Is someone in danger now? Ring 999. Or show this page to any adult."),
            step("Tell an adult you trust. You can say it or sign it. You can point or show a symbol card."),
            talk,
        ],
    };
    BTreeMap::from([
        page(
            PageName::Home,
            "Staying safe online",
            "This site says how our school keeps children and young people safe online. Choose who you are, or get help now.",
            vec![],
        ),
        page(
            PageName::GetHelp,
            "Get help",
            "If someone is in danger now, ring 999. For any other worry, tell a person.",
            vec![
                part(2, "child", "I am a child or young person", vec![ladder.clone()], vec![]),
                part(2, "parent", "I am a parent or carer", vec![ladder], vec![]),
                for_staff,
            ],
        ),
        page(PageName::Contacts, "Contacts", "These are the people who can help.", vec![]),
        page(PageName::Accessibility, "Accessibility of this website", "We want everyone to be able to use it.", vec![]),
        page(
            PageName::Privacy,
            "What this site keeps",
            "Nothing, until you ask for it.",
            vec![part(2, "kept", "What can be kept", vec![], vec![])],
        ),
        page(PageName::NotFound, "We cannot find this page", "You did nothing wrong.", vec![]),
    ])
}

fn roles() -> Vec<Role> {
    let role = |id: &str, title: &str, short: Option<&str>, phone: &str, about: &str| Role {
        id: id.into(),
        title: title.into(),
        short: short.map(str::to_owned),
        phone: Some(phone.into()),
        email: Some((format!("{id}-inbox"), "school.example.org".into())),
        place: Some("the blue room, next to reception".into()),
        hours: Some("8 am to 4.30 pm on school days".into()),
        about: about.into(),
    };
    vec![
        role(
            "dsl",
            "designated safeguarding lead",
            Some("DSL"),
            "01632 960 101",
            "Tell the DSL about any worry that a child is not safe, online or offline.",
        ),
        role("head", "head teacher", Some("head"), "01632 960 103", MARKUP),
        role("office", "school office", None, "01632 960 100", "Ring the office to reach anyone here."),
    ]
}

fn links() -> Vec<Link> {
    let link = |id: &str, label: &str, phone: Option<&str>, about: &str, audiences: &[Audience], status| Link {
        id: id.into(),
        label: label.into(),
        url: format!("https://www.{id}.example/"),
        phone: phone.map(str::to_owned),
        hours: None,
        about: about.into(),
        not_for: (id == "ceop").then(|| "Not for bullying, fake accounts or hacking.".into()),
        audiences: audiences.into(),
        status,
        checked: Checked::On(Day { year: 2026, month: 11, day: 1 }),
        place: place(),
    };
    use Audience::{Children, Parents, Staff};
    vec![
        link(
            "childline",
            "Childline",
            Some("0800 1111"),
            "Talk here about anything that worries you.",
            &[Children],
            LinkStatus::Open,
        ),
        link(
            "ceop",
            "CEOP Safety Centre",
            None,
            "For telling about grooming online.",
            &[Children, Parents, Staff],
            LinkStatus::Open,
        ),
        link("old", "The Old Helpline", None, "It was for advice.", &[Parents], LinkStatus::Closed(Some("childline".into()))),
    ]
}

/// A link to an entry of links.toml, law.toml or policies.toml, with the entry's id for its words.
fn entry_link(page: PageId, id: &str) -> Inline {
    Inline::Link { to: Target::Page { page, fragment: Some(id.into()) }, content: text(id) }
}

fn laws() -> Vec<Law> {
    let law = |id: &str, label: &str, status| Law {
        id: id.into(),
        label: label.into(),
        short: Some(id.to_uppercase()),
        edition: Some("2025".into()),
        published_on: Some(Day { year: 2025, month: 7, day: 7 }),
        in_force_from: Some(Day { year: 2025, month: 9, day: 1 }),
        url: Some(format!("https://www.{id}.example/")),
        about: MARKUP.into(),
        applies_to: vec!["school".into()],
        status,
        checked: Checked::On(Day { year: 2026, month: 11, day: 1 }),
        place: place(),
    };
    vec![
        law("kcsie", "Keeping Children Safe in Education", LawStatus::Confirmed),
        law("duty", "The duty to report", LawStatus::Unconfirmed("canary-to-confirm".into())),
    ]
}

fn policies() -> Vec<OtherPolicy> {
    let policy = |id: &str, label: &str, owner: Option<&str>| OtherPolicy {
        id: id.into(),
        label: label.into(),
        about: "When phones may be used here.".into(),
        owner: owner.map(str::to_owned),
        reviewed_on: owner.map(|_| Day { year: 2026, month: 5, day: 1 }),
        next_review: owner.map(|_| Day { year: 2027, month: 5, day: 1 }),
        next_review_place: place(),
        where_to_get: owner.map(|_| "Ask the office for a copy.".into()),
        url: None,
        is_own: owner.is_some(),
        place: place(),
    };
    vec![policy("phones", "Mobile phone policy", Some("head")), policy("aup", "Acceptable use policies", None)]
}

fn changes() -> Vec<Change> {
    let change = |version: &str, day, what: &str, audiences: &[Audience], clauses: &[&str]| Change {
        version: version.into(),
        on: Some(Day { year: 2026, month: 9, day }),
        place: place(),
        what: what.into(),
        audiences: audiences.into(),
        clauses: clauses.iter().map(|&id| (id.to_owned(), place())).collect(),
    };
    vec![
        change("3.0", 14, "Children can show that they want help.", &[Audience::Children], &["chd-6", "no-such-clause"]),
        change("3.0", 14, MARKUP, &[Audience::Everyone, Audience::Staff], &[]),
        change("2.0", 1, "This was new once.", &[], &[]),
    ]
}

fn term(id: &str, forms: &[&str], meaning: &str) -> Term {
    Term {
        id: id.into(),
        forms: forms.iter().map(|&form| form.to_owned()).collect(),
        meaning: vec![Block::Paragraph(text(meaning))],
        place: place(),
    }
}

fn said(words: &[&str]) -> Text {
    words.iter().map(|words| Sentence::plain(*words)).collect()
}

fn picture(symbol: &str) -> Option<Picture> {
    Some(Picture { symbol: symbol.into(), alt: symbol.into() })
}

fn step(symbol: &str, say: Text, question: &str, activity: Activity) -> Step {
    Step {
        pictures: picture(symbol).into_iter().collect(),
        say: vec![say],
        question: if question.is_empty() { Vec::new() } else { said(&[question]) },
        hint: said(&["Think of an adult at home who can help."]),
        activity,
        after: Vec::new(),
        sound: None,
    }
}

fn choice(symbol: &str, words: &str, right: bool, reason: &str) -> Choice {
    Choice { picture: picture(symbol), text: said(&[words]), right, reason: said(&[reason]) }
}

fn agreements() -> Vec<Agreement> {
    let promise = |id: &str, title: &str, lines, blocks| Promise {
        id: id.into(),
        title: title.into(),
        clauses: vec![("chd-6".into(), place()), ("dsl-9".into(), place())],
        picture: picture("ask"),
        lines,
        blocks,
        place: place(),
    };
    let line = |words: &str| {
        Some(Line { picture: picture("ask"), text: said(&[words]), met: vec![said(&["Good."]), said(&["We help."])] })
    };
    let agreement = |id: &str, audience, title: &str, promises| Agreement {
        id: id.into(),
        audience,
        approval: Approval::Draft,
        title: title.into(),
        opening: vec![Block::Paragraph(text("You can ask for help with every promise."))],
        promises,
        place: place(),
    };
    let ask = promise("ask", "I ask first", [None, line("I ask first."), line("I ask an adult before I buy."), None], Vec::new());
    let listen = promise("listen", "I listen first", [None, None, None, None], vec![Block::Paragraph(text(MARKUP))]);
    vec![
        agreement("children", Audience::Children, "Our online agreement", vec![ask]),
        agreement("parents", Audience::Parents, "Our agreement with parents", vec![listen]),
    ]
}

/// A moment that has, path by path, a few of the activities that work on paper.
fn on_paper() -> Moment {
    let options =
        |right| vec![choice("tell", "I tell.", true, "Telling helps."), choice("keep", "I keep it.", right, "We can help.")];
    let asked = |activity| Some(step("phone", said(&["A message comes."]), "Which ones?", activity));
    let pairs = Sort {
        groups: vec![Group { picture: None, text: said(&["Screen off."]) }],
        things: vec![Thing { picture: picture("tired"), text: said(&["Tired"]), group: 0, reason: said(&["It helps."]) }],
    };
    let steps =
        [asked(Activity::ChooseSeveral(options(false))), asked(Activity::Spot(options(false))), asked(Activity::Match(pairs))];
    let [one, two, three] = steps;
    Moment { id: "paper".into(), title: "On paper".into(), steps: [None, one, two, three] }
}

fn lesson() -> LessonPage {
    let key = |text: &str, symbol: Option<&str>| Span { text: text.into(), symbol: symbol.map(str::to_owned) };
    let with_symbols = vec![
        Sentence(vec![key("I am at ", None), key("home. ", Some("home"))]),
        Sentence(vec![key("A picture ", Some("picture")), key("makes me ", None), key("worried.", Some("worried"))]),
    ];
    let together = Step {
        pictures: ["worried", "help"].into_iter().filter_map(picture).collect(),
        ..step("worried", said(&["I feel worried.", "You help."]), "", Activity::Look)
    };
    let choose = |a: &str, b: &str| {
        Activity::Choose(vec![
            choice("keep", a, false, "The worry may stay all night. An adult you trust can help with it."),
            choice("trusted-adult", b, true, "You asked for help. Now you do not have to worry alone."),
        ])
    };
    let sort = Activity::Sort(Sort {
        groups: vec![
            Group { picture: picture("tell"), text: said(&["I can tell someone"]) },
            Group { picture: picture("surprise"), text: said(&["A nice surprise"]) },
        ],
        things: vec![
            Thing {
                picture: picture("message"),
                text: said(&["A message that makes me feel bad"]),
                group: 0,
                reason: said(&["Telling helps."]),
            },
            Thing {
                picture: picture("present"),
                text: said(&["A birthday present for my mum"]),
                group: 1,
                reason: said(&["Soon everyone knows."]),
            },
        ],
    });
    let order = Activity::Order(Order {
        things: ["Stop.", "Turn the screen off.", "Tell an adult you trust."]
            .map(|words| Ordered { picture: None, text: said(&[words]) })
            .into(),
        at_first: vec![2, 0, 1],
    });
    let scene = |id: &str, title: &str, choices: Vec<Way>| Scene {
        id: id.into(),
        title: title.into(),
        picture: None,
        say: vec![said(&["It is 9 pm.", "A message comes from a player you do not know."])],
        choices,
    };
    let story = Activity::Story(vec![
        scene("message", "The message", vec![Way { text: said(&["Show it to my dad."]), reason: Vec::new(), to: 1 }]),
        scene("dad", "Dad listens", Vec::new()),
    ]);
    let moment = |id: &str, title: &str, steps| Moment { id: id.into(), title: title.into(), steps };
    LessonPage {
        lesson: Lesson {
            id: "tell-someone".into(),
            title: "Tell someone".into(),
            moments: vec![
                moment(
                    "help",
                    "Someone can help",
                    [
                        Some(together),
                        Some(step("home", with_symbols.clone(), "", Activity::Look)),
                        Some(step(
                            "phone",
                            said(&["You are at home. It is 9 pm.", "A message on your phone makes you worried."]),
                            "What can you do?",
                            choose("Keep it to yourself.", "Tell your mum, dad or carer."),
                        )),
                        Some(step("phone", said(&["Most of what you do online is fine."]), "", story)),
                    ],
                ),
                moment(
                    "sort",
                    "What to tell",
                    [
                        None,
                        Some(step(
                            "home",
                            with_symbols,
                            "What can I do?",
                            choose("I keep it to myself.", "I tell a trusted adult."),
                        )),
                        Some(step("secret", said(&[MARKUP]), "Where does each thing go?", sort)),
                        Some(step("secret", said(&["Put these in order."]), "", order)),
                    ],
                ),
                on_paper(),
            ],
        },
        approval: Approval::Draft,
        aim: "The learner can tell an adult they trust, in their own way, when something online feels bad.".into(),
        sounds: Vec::new(),
        adult: vec![
            part(2, "words", "Words to teach first", vec![Block::Paragraph(text("Teach private. Ask the DSL."))], Vec::new()),
            part(2, "before", "What to say before", vec![Block::Paragraph(text(MARKUP))], Vec::new()),
        ],
        worksheet: vec![1, 2],
        agreement: Some("children".into()),
        clauses: vec![("chd-6".into(), place()), ("inc-1".into(), place()), ("dsl-9".into(), place())],
        place: place(),
    }
}
