//! What requests ask of whoever has the content, and what they are told.
//!
//! The content belongs to one thread ([`crate::builder`]): it writes a page when it is asked for. Requests ask it through a channel and wait, each
//! for an answer of its own.

use super::whole::Whole;
use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::{Arc, mpsc};
use tokio::sync::{oneshot, watch as versions};

/// The page that a site shows where it has nothing.
pub const NOT_FOUND: &str = "404.html";

/// What whoever has the content waits for.
pub enum Message {
    /// The content has changed.
    Changed,
    /// Somebody asks for a file.
    Asked(Question),
}

/// A request for a file.
pub struct Question {
    /// Its path in the output folder.
    path: String,
    /// Who waits for the answer.
    asker: oneshot::Sender<Answer>,
}

/// What is served under a path.
pub enum Served {
    /// A file of the site.
    File(Cow<'static, [u8]>),
    /// No file: the page that says so.
    Nothing(Option<Cow<'static, [u8]>>),
    /// A file that is made of all pages, if it is one: who asks may have to make them, and keeps nobody else waiting.
    OfAll(Arc<Whole>),
    /// The content has errors: the page that shows them stands everywhere.
    Findings(Arc<[u8]>),
}

/// What a request is told: what is served, and the name of its version, together, so that a page never comes with the name of another.
pub struct Answer {
    /// The name of the version.
    pub version: String,
    /// What it has under the path.
    pub served: Served,
}

/// What all requests share: whom to ask, and the name of the version, for whoever waits for the next.
#[derive(Clone)]
pub struct Asking {
    messages: mpsc::Sender<Message>,
    /// The name of the version that answers now.
    pub version: Arc<versions::Sender<String>>,
}

impl Asking {
    /// Asks whoever gets these messages.
    pub fn new(messages: mpsc::Sender<Message>, version: Arc<versions::Sender<String>>) -> Asking {
        Asking { messages, version }
    }

    /// Asks for a file, and waits while a new version is being loaded. Nobody answers only when the builder has ended, and then the server ends too.
    pub async fn ask(&self, path: String) -> Option<Answer> {
        let (asker, answer) = oneshot::channel();
        self.messages.send(Message::Asked(Question { path, asker })).ok()?;
        answer.await.ok()
    }
}

/// What was asked and said, in its order.
pub struct Messages {
    coming: mpsc::Receiver<Message>,
    /// Who asked while the present version was being loaded.
    waiting: VecDeque<Question>,
}

impl Messages {
    /// Those that come here.
    pub fn new(coming: mpsc::Receiver<Message>) -> Messages {
        Messages { coming, waiting: VecDeque::new() }
    }

    /// Is called before the content is loaded: whatever has changed until now is then loaded with it, and who has asked until now waits for it.
    pub fn load_begins(&mut self) {
        while let Ok(message) = self.coming.try_recv() {
            if let Message::Asked(question) = message {
                self.waiting.push_back(question);
            }
        }
    }

    /// Answers with what `serve` has under a path, until the content changes. Returns whether it has: else nobody is left who could ask.
    pub fn answer_until_changed(&mut self, version: &str, mut serve: impl FnMut(&str) -> Served) -> bool {
        loop {
            let question = match self.waiting.pop_front() {
                Some(question) => question,
                None => match self.coming.recv() {
                    Ok(Message::Asked(question)) => question,
                    Ok(Message::Changed) => return true,
                    Err(_) => return false,
                },
            };
            // A browser that leaves a page no longer wants what it asked for.
            if !question.asker.is_closed() {
                let _ = question.asker.send(Answer { version: version.to_owned(), served: serve(&question.path) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Message, Messages, Question, Served};
    use std::sync::mpsc;
    use tokio::sync::oneshot;

    fn ask(messages: &mpsc::Sender<Message>) -> oneshot::Receiver<Answer> {
        let (asker, answer) = oneshot::channel();
        messages.send(Message::Asked(Question { path: "index.html".to_owned(), asker })).unwrap();
        answer
    }

    fn nothing(_: &str) -> Served {
        Served::Nothing(None)
    }

    #[test]
    fn who_asks_before_a_change_is_heard_gets_the_old_version_and_who_asks_later_the_new_one() {
        let (sender, coming) = mpsc::channel();
        let mut messages = Messages::new(coming);
        let mut before = ask(&sender);
        sender.send(Message::Changed).unwrap();
        let mut later = ask(&sender);
        assert!(messages.answer_until_changed("old", nothing));
        messages.load_begins();
        let mut while_loading = ask(&sender);
        drop(sender);
        assert!(!messages.answer_until_changed("new", nothing));
        let versions = [&mut before, &mut later, &mut while_loading].map(|answer| answer.try_recv().unwrap().version);
        assert_eq!(versions, ["old", "new", "new"]);
    }

    #[test]
    fn all_that_has_changed_before_a_version_is_loaded_is_in_that_version() {
        let (sender, coming) = mpsc::channel();
        let mut messages = Messages::new(coming);
        (0..3).for_each(|_| sender.send(Message::Changed).unwrap());
        assert!(messages.answer_until_changed("old", nothing));
        messages.load_begins();
        sender.send(Message::Changed).unwrap();
        assert!(messages.answer_until_changed("new", nothing), "what changes while it is loaded is another version");
        drop(sender);
        messages.load_begins();
        assert!(!messages.answer_until_changed("newest", nothing));
    }

    #[test]
    fn who_has_gone_is_not_answered() {
        let (sender, coming) = mpsc::channel();
        drop(ask(&sender));
        drop(sender);
        Messages::new(coming).answer_until_changed("old", |path| panic!("{path} is written for nobody"));
    }
}
