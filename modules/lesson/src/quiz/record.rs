//! The file of a record: what was taken, on which clauses it rests, what was answered, and what that proves and does not. It is described field by
//! field in docs/record.md; whoever changes it brings [`VERSION`] on.
//!
//! Names are those of xAPI where it has one. They are not statements for a server: nothing is sent, and nobody's identity is known.

use super::content::{ClauseRef, Item, Topic};
use super::json::Json;
use super::outcome::Passed;
use super::session::{Asked, Session, right_way};
use crate::content::words;
use crate::keep::day::Day;
use crate::keep::file::checksum;
use crate::wire::QuizData;

/// What such a file calls itself.
pub const FORMAT: &str = "fingerpost record";

/// The version of its form.
pub const VERSION: usize = 1;

const ASSESSMENT: &str = "http://adlnet.gov/expapi/activities/assessment";
const INTERACTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";
const PASSED: &str = "http://adlnet.gov/expapi/verbs/passed";
const COMPLETED: &str = "http://adlnet.gov/expapi/verbs/completed";
const ANSWERED: &str = "http://adlnet.gov/expapi/verbs/answered";

/// What stands between the parts of a response.
const BETWEEN: &str = "[,]";

/// What a record is made of.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// How the quiz went.
    pub session: &'a Session,
    /// The page's data.
    pub page: &'a QuizData,
    /// Today, where the clock knows it.
    pub on: Option<Day>,
    /// The name that was typed; may be empty.
    pub name: &'a str,
}

impl Record<'_> {
    /// The text of the file.
    pub fn write(&self) -> String {
        let (quiz, words) = (self.session.quiz(), &self.page.words);
        let day = |day: Option<Day>| day.map_or(Json::Null, |day| Json::text(day.write()));
        let name = if self.name.is_empty() { Json::Null } else { Json::text(self.name) };
        let answered = self.session.asked().iter().map(|asked| self.answered(asked));
        Json::object([
            ("format", Json::text(FORMAT)),
            ("format_version", Json::Count(VERSION)),
            ("proves", Json::text(&words.record_proves)),
            ("proves_not", Json::text(&words.record_proves_not)),
            (
                "taken",
                Json::object([
                    ("id", Json::text(&quiz.id)),
                    ("title", Json::text(&quiz.title)),
                    ("setting", Json::text(&self.page.setting)),
                    ("name", name),
                    ("on", day(self.on)),
                    ("valid_until", day(self.on.map(Day::a_year_later))),
                    ("valid", Json::text(words.valid(self.on))),
                    ("topics", Json::List(quiz.topics.iter().map(topic).collect())),
                ]),
            ),
            (
                "policy",
                Json::object([
                    ("version", Json::text(&quiz.version)),
                    ("hash", Json::text(hash(&quiz.clauses))),
                    ("clauses", Json::List(quiz.clauses.iter().map(clause).collect())),
                ]),
            ),
            ("draw", Json::object([("seed", Json::Count(self.session.seed() as usize)), ("asked", Json::Count(answered.len()))])),
            (
                "needed",
                Json::object([
                    ("critical", Json::Count(quiz.rules.critical.into())),
                    ("others", Json::Count(quiz.rules.pass.into())),
                ]),
            ),
            ("statements", Json::List(std::iter::once(self.whole()).chain(answered).collect())),
        ])
        .write()
    }

    /// The statement about the whole.
    fn whole(&self) -> Json {
        let outcome = self.session.outcome();
        let all = outcome.all();
        let (verb, success) = match outcome.passed {
            Passed::Yes => (PASSED, Json::Flag(true)),
            Passed::NotYet => (COMPLETED, Json::Flag(false)),
            Passed::Nothing => (COMPLETED, Json::Null),
        };
        let score = Json::object([
            ("scaled", Json::Hundredths(all.percent())),
            ("raw", Json::Count(all.right)),
            ("min", Json::Count(0)),
            ("max", Json::Count(all.of)),
        ]);
        let name = Json::object([("name", self.spoken(&self.session.quiz().title)), ("type", Json::text(ASSESSMENT))]);
        statement(verb, self.address(None), name, [("success", success), ("completion", Json::Flag(true)), ("score", score)])
    }

    /// The statement about one question, or one case: its first choices.
    fn answered(&self, asked: &Asked) -> Json {
        let quiz = self.session.quiz();
        let item = &quiz.items[asked.item];
        let kind = if item.is_case() { "sequencing" } else { "choice" };
        let scenes = item.scenes.iter().enumerate();
        let choices = scenes.flat_map(|(number, scene)| (0..scene.answers.len()).map(move |answer| (number, answer)));
        let choice = |decision: (usize, usize)| {
            let words = words(&item.scenes[decision.0].answers[decision.1].text);
            Json::object([("id", Json::text(name_of(item, decision))), ("description", self.spoken(&words))])
        };
        let definition = Json::object([
            ("name", self.spoken(&item.title)),
            ("description", self.spoken(&asks(item))),
            ("type", Json::text(INTERACTION)),
            ("interactionType", Json::text(kind)),
            ("correctResponsesPattern", Json::List(vec![Json::text(response(item, &right_way(item)))])),
            ("choices", Json::List(choices.map(choice).collect())),
            (
                "extensions",
                Json::object([
                    ("urn:fingerpost:topic", Json::text(&quiz.topics[item.topic].id)),
                    ("urn:fingerpost:critical", Json::Flag(item.critical)),
                ]),
            ),
        ]);
        let response = Json::text(response(item, &asked.first));
        let right = Json::Flag(asked.is_right(item));
        statement(
            ANSWERED,
            self.address(Some(item)),
            definition,
            [("success", right), ("completion", Json::Flag(true)), ("response", response)],
        )
    }

    /// Words with the language in which they are.
    fn spoken(&self, words: &str) -> Json {
        Json::object([(&self.page.voice_rule.language, Json::text(words))])
    }

    /// What it is called where a name must be an address.
    fn address(&self, item: Option<&Item>) -> String {
        let quiz = ["urn:fingerpost:quiz:", &self.session.quiz().id].concat();
        item.map_or(quiz.clone(), |item| [&quiz, ":", &item.id].concat())
    }
}

fn statement<const N: usize>(verb: &str, address: String, definition: Json, result: [(&str, Json); N]) -> Json {
    Json::object([
        ("verb", Json::object([("id", Json::text(verb))])),
        ("object", Json::object([("id", Json::Text(address)), ("definition", definition)])),
        ("result", Json::object(result)),
    ])
}

fn topic(topic: &Topic) -> Json {
    Json::object([("id", Json::text(&topic.id)), ("title", Json::text(&topic.title))])
}

fn clause(clause: &ClauseRef) -> Json {
    Json::object([
        ("id", Json::text(&clause.id)),
        ("reference", Json::text(&clause.reference)),
        ("hash", Json::text(&clause.hash)),
    ])
}

/// One hash of all clauses together: a line for each, its id, a space and its hash.
fn hash(clauses: &[ClauseRef]) -> String {
    let lines: Vec<String> = clauses.iter().map(|clause| [&clause.id, " ", &clause.hash].concat()).collect();
    checksum(lines.iter().map(String::as_str))
}

/// What happens at first and what is asked.
fn asks(item: &Item) -> String {
    let Some(scene) = item.scenes.first() else { return String::new() };
    let paragraphs = scene.say.iter().chain([&scene.question]).map(|text| words(text));
    paragraphs.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The name of an answer: a letter in the order of the file, in a case after its scene.
fn name_of(item: &Item, (scene, answer): (usize, usize)) -> String {
    let letter = char::from_u32(u32::from('a') + answer as u32).unwrap_or('?').to_string();
    if item.is_case() { [&item.scenes[scene].id, ".", &letter].concat() } else { letter }
}

fn response(item: &Item, decisions: &[(usize, usize)]) -> String {
    decisions.iter().map(|decision| name_of(item, *decision)).collect::<Vec<_>>().join(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::Record;
    use crate::keep::day::Day;
    use crate::quiz::content::{ClauseRef, Rules};
    use crate::quiz::session::tests::{case, play, quiz};
    use crate::quiz::session::{Event, Session};
    use crate::strings::{PlayerStrings, QuizStrings};
    use crate::voice::VoiceRule;
    use crate::wire::QuizData;
    use serde_json::{Value, json};
    use std::rc::Rc;

    fn record(session: &Session, name: &str, on: Option<Day>) -> Value {
        let page = QuizData {
            quiz: session.quiz().clone(),
            setting: "Larkfield School".into(),
            strings: PlayerStrings::default(),
            words: QuizStrings::from_lookup(str::to_owned),
            voice_rule: VoiceRule { language: "en-GB".into(), online: false },
        };
        serde_json::from_str(&Record { session, page: &page, on, name }.write()).unwrap()
    }

    #[test]
    fn it_says_what_was_taken_and_on_which_clauses_it_rests() {
        let mut quiz = quiz(&[(0, true), (1, false)], 0);
        let clause = |id: &str| ClauseRef {
            id: id.into(),
            reference: "7.3".into(),
            words: "Tell.".into(),
            href: "#".into(),
            hash: "ab12".into(),
        };
        quiz.clauses = vec![clause("csm-4"), clause("par-3")];
        let mut session = Session::new(Rc::new(quiz));
        session.apply(Event::Begin(77));
        play(&mut session, &[0, 2]);
        let record = record(&session, "Sam \"Q\" O'Neill", Day::new(2028, 2, 29));
        assert_eq!((&record["format"], &record["format_version"]), (&json!("fingerpost record"), &json!(1)));
        assert_eq!(
            record["taken"],
            json!({
                "id": "teacher", "title": "Induction", "setting": "Larkfield School", "name": "Sam \"Q\" O'Neill", "on": "2028-02-29",
                "valid_until": "2029-02-28", "valid": "record_valid_until",
                "topics": [{"id": "t0", "title": "Topic 0"}, {"id": "t1", "title": "Topic 1"}],
            })
        );
        assert_eq!(record["policy"]["clauses"][1], json!({"id": "par-3", "reference": "7.3", "hash": "ab12"}));
        assert_eq!(record["policy"]["hash"], json!("b15627d6"));
        assert_eq!(record["draw"], json!({"seed": 77, "asked": 2}));
        assert_eq!(record["needed"], json!({"critical": 100, "others": 80}));
        assert_eq!(record["proves_not"], json!("record_proves_not"));
    }

    #[test]
    fn each_question_is_there_with_its_first_answer_under_the_names_of_xapi() {
        let mut session = Session::new(Rc::new(quiz(&[(0, true), (1, false)], 0)));
        session.apply(Event::Begin(77));
        play(&mut session, &[0]);
        session.apply(Event::Choose(2));
        play(&mut session, &[0]);
        let record = record(&session, "", None);
        let statements = record["statements"].as_array().unwrap();
        assert_eq!(statements.len(), 3);
        assert_eq!(
            statements[0]["verb"]["id"],
            json!("http://adlnet.gov/expapi/verbs/completed"),
            "one of two is not passed yet"
        );
        assert_eq!(
            statements[0]["result"],
            json!({"success": false, "completion": true, "score": {"scaled": 0.5, "raw": 1, "min": 0, "max": 2}})
        );
        let definition = &statements[2]["object"]["definition"];
        assert_eq!(statements[2]["object"]["id"], json!("urn:fingerpost:quiz:teacher:i1"));
        assert_eq!(definition["type"], json!("http://adlnet.gov/expapi/activities/cmi.interaction"));
        assert_eq!(definition["interactionType"], json!("choice"));
        assert_eq!(definition["correctResponsesPattern"], json!(["a"]));
        assert_eq!(definition["choices"][2], json!({"id": "c", "description": {"en-GB": "Ask."}}));
        assert_eq!(statements[2]["result"], json!({"success": false, "completion": true, "response": "c"}));
        assert_eq!(
            (&record["taken"]["name"], &record["taken"]["on"], &record["taken"]["valid_until"]),
            (&Value::Null, &Value::Null, &Value::Null)
        );
    }

    #[test]
    fn a_case_is_a_sequence_of_decisions() {
        let mut session = case();
        play(&mut session, &[1, 0, 0]);
        session.apply(Event::Next);
        let record = record(&session, "Sam", None);
        let [whole, case] = record["statements"].as_array().unwrap().as_slice() else { panic!("two statements") };
        assert_eq!(
            (&whole["verb"]["id"], &whole["result"]["score"]["scaled"]),
            (&json!("http://adlnet.gov/expapi/verbs/passed"), &json!(1.0))
        );
        let definition = &case["object"]["definition"];
        assert_eq!(definition["interactionType"], json!("sequencing"));
        assert_eq!(definition["correctResponsesPattern"], json!(["table.b[,]listen.a[,]write.a"]));
        assert_eq!(case["result"]["response"], json!("table.b[,]listen.a[,]write.a"));
    }

    #[test]
    fn where_nothing_has_to_be_passed_it_is_completed() {
        let mut quiz = quiz(&[(0, false)], 0);
        quiz.rules = Rules { asked: 0, pass: 0, critical: 0 };
        let mut session = Session::new(Rc::new(quiz));
        session.apply(Event::Begin(1));
        play(&mut session, &[1]);
        let whole = &record(&session, "", None)["statements"][0];
        assert_eq!(
            (&whole["verb"]["id"], &whole["result"]["success"]),
            (&json!("http://adlnet.gov/expapi/verbs/completed"), &Value::Null)
        );
    }
}
