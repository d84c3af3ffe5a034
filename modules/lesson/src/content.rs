//! A lesson as its author wrote it, after loading: sentences, pictures and activities, on up to four paths.
//!
//! The generator makes this from Markdown and has checked it; the player may trust it. Indexes (a scene's target, an
//! item's group) are in range, every activity has something right in it, and every text has words.

use crate::path::Path;
use serde::{Deserialize, Serialize};

/// A lesson: one rule, taught moment by moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// The file's name without its ending; the address and the key of what is kept.
    pub id: String,
    /// What the lesson is called.
    pub title: String,
    /// The moments in order.
    pub moments: Vec<Moment>,
}

/// One moment of the lesson: the same on every path, so that a class works together and a change of path keeps the place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Stable id, from the heading.
    pub id: String,
    /// The heading's words.
    pub title: String,
    /// What is done at this moment on each path that has it; indexed by [`Path::index`].
    pub steps: [Option<Step>; 4],
}

impl Moment {
    /// The step on this path, if the moment has one.
    pub fn on(&self, path: Path) -> Option<&Step> {
        self.steps[path.index()].as_ref()
    }
}

/// What is shown and done at one moment on one path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The pictures beside the words, one an idea. On `together` the first is the big button, and becomes the second when it is pressed.
    pub pictures: Vec<Picture>,
    /// What is said first, paragraph by paragraph.
    pub say: Vec<Text>,
    /// The question; empty for `look` and where the activity needs none.
    pub question: Text,
    /// The hint; may be empty.
    pub hint: Text,
    /// What the learner does.
    pub activity: Activity,
    /// What is said when it is done, besides the reasons; may be empty.
    pub after: Text,
    /// The address of a recording of somebody who reads `say`, relative to the page; the generator fills it in where there is one.
    pub sound: Option<String>,
}

impl Step {
    /// The id of every symbol that it names, as often as it does: of its pictures, then over its words.
    pub fn symbols(&self) -> impl Iterator<Item = &str> {
        let pictures = self.pictures.iter().chain(self.activity.pictures());
        let texts = [&self.question, &self.hint, &self.after].into_iter().chain(&self.say).chain(self.activity.texts());
        let spans = texts.flatten().flat_map(|sentence| &sentence.0);
        pictures.map(|picture| picture.symbol.as_str()).chain(spans.filter_map(|span| span.symbol.as_deref()))
    }
}

/// A picture: a symbol and what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Concept id in the symbol list.
    pub symbol: String,
    /// What it shows, in words.
    pub alt: String,
}

/// Some sentences.
pub type Text = Vec<Sentence>;

/// One sentence, as spans of words with or without a symbol. It is spoken as one utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence(pub Vec<Span>);

/// Some words that belong together, and the symbol that stands over them where there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The words with their punctuation and the space that follows.
    pub text: String,
    /// Concept id in the symbol list.
    pub symbol: Option<String>,
}

impl Sentence {
    /// The sentence without symbols.
    pub fn plain(text: impl Into<String>) -> Sentence {
        Sentence(vec![Span { text: text.into(), symbol: None }])
    }

    /// The sentence's words as one string.
    pub fn words(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect::<String>().trim().to_owned()
    }
}

/// The gap of a sentence: a span with these words and no others.
pub const GAP: &str = "____";

/// A text with some words in its gap.
pub fn fill_gap(text: &[Sentence], word: &[Sentence]) -> Text {
    let fill = |span: &Span| match span.text == GAP {
        true => word.iter().flat_map(|sentence| sentence.0.clone()).collect(),
        false => vec![span.clone()],
    };
    text.iter().map(|sentence| Sentence(sentence.0.iter().flat_map(fill).collect())).collect()
}

/// The words of a text as one string, a space between sentences.
pub fn words(text: &[Sentence]) -> String {
    text.iter().map(Sentence::words).collect::<Vec<_>>().join(" ")
}

/// What the learner does in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Activity {
    /// Look and listen.
    Look,
    /// Choose one of a few.
    Choose(Vec<Choice>),
    /// Choose the word for the gap in the question.
    Gap(Vec<Choice>),
    /// Find every part of a message that is a warning.
    Spot(Vec<Choice>),
    /// Find every part of a picture that is asked for.
    Find(Find),
    /// Say how it feels. Every option is right, and what is chosen is forgotten with the step.
    Feelings(Vec<Choice>),
    /// Choose all that fit, then check.
    ChooseSeveral(Vec<Choice>),
    /// Put each thing into one of two groups: choose the thing, then the group.
    Sort(Sort),
    /// Put each thing to its partner: every group takes one thing, and moves aside with it.
    Match(Sort),
    /// Put things in order: move up, move down, then check.
    Order(Order),
    /// A story in which each choice has a consequence.
    Story(Vec<Scene>),
    /// Practise a chat with somebody who is made up: a scene is what they write, its ways are the replies.
    Chat(Vec<Scene>),
    /// The lines of an agreement one by one: I can do this, or I want help with this. Either is right.
    Promise(Vec<Line>),
    /// Make a password of three words of a list, by chance, or write one. It is forgotten with the step.
    Password(Vec<Word>),
    /// Choose the people whom I can tell. Every one is right, and several may be chosen.
    People(Vec<Choice>),
}

impl Activity {
    /// The activity's name in `data-activity`.
    pub fn id(&self) -> &'static str {
        match self {
            Activity::Look => "look",
            Activity::Choose(_) => "choose",
            Activity::Gap(_) => "gap",
            Activity::Spot(_) => "spot",
            Activity::Find(_) => "find",
            Activity::Feelings(_) => "feelings",
            Activity::ChooseSeveral(_) => "choose-several",
            Activity::Sort(_) => "sort",
            Activity::Match(_) => "match",
            Activity::Order(_) => "order",
            Activity::Story(_) => "story",
            Activity::Chat(_) => "chat",
            Activity::Promise(_) => "promise",
            Activity::People(_) => "people",
            Activity::Password(_) => "password",
        }
    }

    /// The options, where one is chosen after another and each is met at once.
    pub fn options(&self) -> Option<&[Choice]> {
        match self {
            Activity::Choose(options)
            | Activity::Gap(options)
            | Activity::Spot(options)
            | Activity::Feelings(options)
            | Activity::People(options) => Some(options),
            Activity::Find(find) => Some(&find.parts),
            _ => None,
        }
    }

    /// The options, where each that is right is looked for and not only one.
    pub fn sought(&self) -> Option<&[Choice]> {
        match self {
            Activity::Spot(parts) => Some(parts),
            Activity::Find(find) => Some(&find.parts),
            _ => None,
        }
    }

    /// Whether something can be right or missed here. Of feelings, people and replies none is better than another.
    pub fn is_judged(&self) -> bool {
        !matches!(
            self,
            Activity::Look
                | Activity::Feelings(_)
                | Activity::Story(_)
                | Activity::Chat(_)
                | Activity::Promise(_)
                | Activity::People(_)
                | Activity::Password(_)
        )
    }

    /// The scenes, where one leads to another.
    pub fn scenes(&self) -> Option<&[Scene]> {
        match self {
            Activity::Story(scenes) | Activity::Chat(scenes) => Some(scenes),
            _ => None,
        }
    }

    /// Every text of it, in the order in which it stands in the file.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Activity::Look | Activity::Password(_) => Vec::new(),
            Activity::Choose(options)
            | Activity::Gap(options)
            | Activity::Spot(options)
            | Activity::Feelings(options)
            | Activity::People(options)
            | Activity::ChooseSeveral(options) => options.iter().flat_map(|option| [&option.text, &option.reason]).collect(),
            Activity::Find(find) => find.parts.iter().flat_map(|part| [&part.text, &part.reason]).collect(),
            Activity::Sort(sort) | Activity::Match(sort) => {
                let things = sort.things.iter().flat_map(|thing| [&thing.text, &thing.reason]);
                sort.groups.iter().map(|group| &group.text).chain(things).collect()
            }
            Activity::Order(order) => order.things.iter().map(|thing| &thing.text).collect(),
            Activity::Story(scenes) | Activity::Chat(scenes) => {
                let ways = |scene| <[Way]>::iter(scene).flat_map(|way| [&way.text, &way.reason]);
                scenes.iter().flat_map(|scene| scene.say.iter().chain(ways(&scene.choices))).collect()
            }
            Activity::Promise(lines) => lines.iter().flat_map(|line| [&line.text].into_iter().chain(&line.met)).collect(),
        }
    }

    /// Every picture of it.
    pub fn pictures(&self) -> Vec<&Picture> {
        let pictures: Vec<&Option<Picture>> = match self {
            Activity::Look => Vec::new(),
            Activity::Choose(options)
            | Activity::Gap(options)
            | Activity::Spot(options)
            | Activity::Feelings(options)
            | Activity::People(options)
            | Activity::ChooseSeveral(options) => options.iter().map(|option| &option.picture).collect(),
            Activity::Find(find) => find.parts.iter().map(|part| &part.picture).collect(),
            Activity::Sort(sort) | Activity::Match(sort) => {
                let things = sort.things.iter().map(|thing| &thing.picture);
                sort.groups.iter().map(|group| &group.picture).chain(things).collect()
            }
            Activity::Order(order) => order.things.iter().map(|thing| &thing.picture).collect(),
            Activity::Story(scenes) | Activity::Chat(scenes) => scenes.iter().map(|scene| &scene.picture).collect(),
            Activity::Promise(lines) => lines.iter().map(|line| &line.picture).collect(),
            Activity::Password(words) => words.iter().map(|word| &word.picture).collect(),
        };
        pictures.into_iter().flatten().collect()
    }
}

/// One option, with the reason that meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The option's own picture.
    pub picture: Option<Picture>,
    /// Its words.
    pub text: Text,
    /// Whether it is (one of) the right one(s).
    pub right: bool,
    /// What happens and why.
    pub reason: Text,
}

impl Choice {
    /// Of a person to tell, the id by which they are known on every path, and kept: that of their symbol.
    pub fn role(&self) -> Option<&str> {
        self.picture.as_ref().map(|picture| picture.symbol.as_str())
    }
}

/// The places of a picture, in reading order: left is where reading begins.
pub const PLACES: [&str; 9] =
    ["top left", "top", "top right", "left", "middle", "right", "bottom left", "bottom", "bottom right"];

/// A picture made of parts, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Find {
    /// The parts; those that are asked for are right.
    pub parts: Vec<Choice>,
    /// Where each part lies: an index into [`PLACES`]. Empty where the parts are a list and no more.
    pub places: Vec<usize>,
}

/// Things to put where they belong: into one of two groups, or each to its partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// The two groups, or the partners, which are as many as the things, each with one.
    pub groups: Vec<Group>,
    /// The things, in the order in which they are offered.
    pub things: Vec<Thing>,
}

/// A group to sort into, or a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its picture.
    pub picture: Option<Picture>,
    /// Its name.
    pub text: Text,
}

/// A thing to put where it belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// Its picture.
    pub picture: Option<Picture>,
    /// Its words.
    pub text: Text,
    /// Where it belongs: an index into the groups.
    pub group: usize,
    /// Why it belongs there.
    pub reason: Text,
}

/// Things to put in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The things in the right order.
    pub things: Vec<Ordered>,
    /// How they lie at first: indexes into `things`, never already right.
    pub at_first: Vec<usize>,
}

/// A thing that has its place in an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ordered {
    /// Its picture.
    pub picture: Option<Picture>,
    /// Its words.
    pub text: Text,
}

/// A word for a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Its picture.
    pub picture: Option<Picture>,
    /// The word.
    pub word: String,
}

/// A line of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its picture.
    pub picture: Option<Picture>,
    /// What is promised.
    pub text: Text,
    /// What meets "I can do this", then what meets "I want help with this". On `together` there is only the first.
    pub met: Vec<Text>,
}

/// A scene of a story, or what the other one writes in a chat. One without choices is an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Stable id, from the heading.
    pub id: String,
    /// The heading's words; in a chat the name of whoever writes.
    pub title: String,
    /// Its picture.
    pub picture: Option<Picture>,
    /// What happens, paragraph by paragraph; in a chat a message each.
    pub say: Vec<Text>,
    /// Ways on.
    pub choices: Vec<Way>,
}

/// A way from one scene to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// What the reader chooses to do.
    pub text: Text,
    /// What it brings, and why; empty in a story, whose scenes tell it.
    pub reason: Text,
    /// The scene it leads to: an index into the story's scenes.
    pub to: usize,
}
