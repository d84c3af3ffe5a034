//! A staff induction and a parents' quiz to test with, and the words of the test sites. Shared by the native tests and those in a browser, so it
//! uses nothing of either.

use fingerpost_lesson::content::{Sentence, Text};
use fingerpost_lesson::quiz::content::{Answer, ClauseRef, Ending, Item, Quiz, Rules, Scene, Topic};
use fingerpost_lesson::strings::{PlayerStrings, QuizStrings};
use fingerpost_lesson::voice::VoiceRule;
use fingerpost_lesson::wire::QuizData;

/// A word of strings.toml, as it is frozen for tests.
fn word(table: &str, key: &str) -> String {
    let file = include_str!("../../../../tests/cases/strings.toml");
    let (_, table) = file.split_once(&format!("\n[{table}]")).unwrap_or_else(|| panic!("no [{table}]"));
    let (_, rest) = table.split_once(&format!("\n{key} = \"")).unwrap_or_else(|| panic!("no {key}"));
    rest.split_once("\"\n").map_or(rest, |(word, _)| word).to_owned()
}

fn text(words: &str) -> Text {
    words.split_inclusive(". ").map(|sentence| Sentence::plain(sentence.trim())).collect()
}

fn answer(words: &str, right: bool, reason: &str, clauses: &[usize], to: Option<usize>) -> Answer {
    Answer { text: text(words), right, reason: text(reason), clauses: clauses.to_vec(), to }
}

fn scene(id: &str, title: &str, say: &str, question: &str, answers: Vec<Answer>) -> Scene {
    Scene { id: id.into(), title: title.into(), say: vec![text(say)], question: text(question), answers }
}

fn item(id: &str, title: &str, topic: usize, critical: bool, scenes: Vec<Scene>) -> Item {
    Item { id: id.into(), title: title.into(), topic, critical, scenes }
}

fn clause(id: &str, reference: &str, words: &str, hash: &str) -> ClauseRef {
    let href = format!("policy/devices.html#{id}");
    ClauseRef { id: id.into(), reference: reference.into(), words: words.into(), href, hash: hash.into() }
}

fn data(quiz: Quiz) -> QuizData {
    QuizData {
        quiz,
        setting: "Larkfield School".into(),
        strings: PlayerStrings::from_lookup(|key| word("player", key)),
        words: QuizStrings::from_lookup(|key| word("quiz", key)),
        voice_rule: VoiceRule { language: "en-GB".into(), online: false },
    }
}

/// Three questions of two topics: one that must be right, one that need not, and a case of two decisions. All are asked, in their order.
pub fn teacher() -> QuizData {
    let gala = scene(
        "",
        "",
        "It is sports day. A parent helper takes photographs of the whole class with her own phone. She says that they are for the class.",
        "What do you do first?",
        vec![
            answer(
                "Ask her to stop, and offer the school camera.",
                true,
                "Only the school's own devices take pictures of children. She can still help.",
                &[0, 1],
                None,
            ),
            answer(
                "Ask her to send the pictures to you.",
                false,
                "Then they are on two phones of their own. Nobody agreed to that.",
                &[0],
                None,
            ),
            answer("Let her go on and tell the office later.", false, "By then the pictures may be shared.", &[0], None),
        ],
    );
    let friend = scene(
        "",
        "",
        "On Saturday a pupil from Year 9 asks to follow your private account.",
        "What do you do?",
        vec![
            answer(
                "Refuse, and tell the DSL on Monday.",
                true,
                "Staff and pupils are not linked on private accounts. The DSL knows then that you were asked.",
                &[2],
                None,
            ),
            answer(
                "Refuse, and say nothing.",
                false,
                "That keeps the two apart. If it comes up later, nobody knows that you did right.",
                &[2],
                None,
            ),
            answer(
                "Accept, because your account shows only landscapes.",
                false,
                "A link is a private way to reach you.",
                &[2],
                None,
            ),
        ],
    );
    let table = scene(
        "table",
        "Tuesday, 2.40 pm",
        "You wash brushes with Mina. She says: “Somebody sends me pictures. Do not tell anyone.”",
        "What do you do next?",
        vec![
            answer("Put the brush down and listen.", true, "She chose you and this moment.", &[1], Some(1)),
            answer("Promise to tell nobody.", false, "You cannot keep that promise.", &[1], Some(2)),
        ],
    );
    let listen = scene(
        "listen",
        "She goes on",
        "Mina says a name that you do not know.",
        "What do you do now?",
        vec![
            answer("Tell the DSL at once, in person.", true, "The DSL decides what happens next.", &[1], Some(3)),
            answer("Ask her to show you the pictures.", false, "You must not look at them.", &[0], Some(3)),
        ],
    );
    let promise = scene(
        "promise",
        "Mina is quiet",
        "She waits for you to say something.",
        "What do you say?",
        vec![
            answer("“I must tell one person who can help.”", true, "That is honest, and she can go on.", &[1], Some(1)),
            answer("“Let us talk about something else.”", false, "She may not try again.", &[1], Some(3)),
        ],
    );
    let end = scene("end", "After school", "The DSL has the facts in Mina's own words.", "", Vec::new());
    data(Quiz {
        id: "teacher".into(),
        title: "Induction for teachers".into(),
        version: "3.0".into(),
        topics: vec![
            Topic { id: "images-devices".into(), title: "Images and devices".into(), read: "#images-devices".into() },
            Topic { id: "child-tells".into(), title: "A child tells me something".into(), read: "#child-tells".into() },
        ],
        items: vec![
            item("sports-day", "Sports day", 0, true, vec![gala]),
            item("saturday", "A request on Saturday", 0, false, vec![friend]),
            item("brushes", "At the sink", 1, true, vec![table, listen, promise, end]),
        ],
        clauses: vec![
            clause("edc-4", "7.3.2(b)", "Staff must not use their own phone to photograph children.", "5b0d2c1e"),
            clause("inc-2", "9.1", "Staff tell the DSL at once.", "77aa0011"),
            clause("sms-3", "8.4", "Staff must not be linked with pupils on private accounts.", "9c9c9c9c"),
        ],
        rules: Rules { asked: 0, pass: 80, critical: 100 },
        ending: Ending::Record,
    })
}

/// One scenario with nothing to pass, which ends in a slip.
pub fn parents() -> QuizData {
    let tea = scene(
        "",
        "",
        "It is tea time. Your child's tablet shows a friend request from a name that nobody knows.",
        "What do you do first?",
        vec![
            answer("Look at it together.", true, "Your child sees how you decide.", &[0], None),
            answer("Take the tablet away.", false, "Then your child may not show you the next one.", &[0], None),
        ],
    );
    data(Quiz {
        id: "parents".into(),
        title: "The parents' quiz".into(),
        version: "3.0".into(),
        topics: vec![Topic { id: "parents".into(), title: "The parents' quiz".into(), read: String::new() }],
        items: vec![item("friend-request", "A friend request at tea time", 0, false, vec![tea])],
        clauses: vec![clause("par-3", "6.2", "Parents and carers talk with their child about friends online.", "0a0b0c0d")],
        rules: Rules { asked: 0, pass: 0, critical: 0 },
        ending: Ending::Slip { agreement: "Our agreement with parents".into() },
    })
}
