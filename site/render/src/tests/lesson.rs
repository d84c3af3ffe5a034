//! The sample's lesson and agreements, made without the loader.

use super::pieces::{MARKUP, part, place, text};
use fingerpost_lesson::content::{
    Activity, Choice, Group, Lesson, Line, Moment, Order, Ordered, Picture, Scene, Sentence, Sort, Span, Step, Text, Thing, Way,
};
use fingerpost_model::{Agreement, Approval, Audience, Block, LessonPage, Promise};

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

/// The agreement of children, a line for each path, and that of parents.
pub fn agreements() -> Vec<Agreement> {
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

/// A lesson with an activity of many kinds, some on one path only.
pub fn lesson() -> LessonPage {
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
