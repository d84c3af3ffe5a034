//! The module `quiz`, also called `induction`: the parents' quiz and the questions of staff induction. Messages in, session changed, screen out.
//!
//! 1. `begin`: before the first question, and what is said to somebody who comes back.
//! 2. `question`: a question or a scene of a case, with its answers and reasons.
//! 3. `result`: what came of it, and what the device remembers.
//! 4. `paper`: the record and the slip, to print and to save.
//! 5. `leaving`: what is asked before a page is left on which there are answers to lose.
//! 6. `screen`: what these know of the module; `shown`: what is on show, as plain data.

mod begin;
mod leaving;
mod paper;
mod question;
mod result;
mod screen;
mod shown;

use crate::aloud::Aloud;
use crate::files;
use crate::focus::find;
use crate::page;
use crate::press_panel;
use crate::print;
use crate::random;
use crate::shell::Shell;
use crate::speech;
use crate::storage::{self, Device};
use crate::text::Reader;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::keeping;
use fingerpost_lesson::keep::quizzes::Keeping;
use fingerpost_lesson::keep::taken::{Rests, Taken};
use fingerpost_lesson::quiz::content::Ending;
use fingerpost_lesson::quiz::record::Record;
use fingerpost_lesson::quiz::session::{Event, Stage};
use fingerpost_lesson::quiz::since::since;
use fingerpost_lesson::wire::QuizData;
use gloo::events::EventListener;
use gloo::utils::window;
use leaving::Asks;
use screen::{Msg, Screen};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PageTransitionEvent};
use yew::prelude::*;

pub use shown::Shown;

/// The symbols that the page can show.
pub fn symbols() -> impl Iterator<Item = &'static str> {
    crate::SYMBOLS.iter().chain(&[crate::PRINT_SYMBOL]).copied()
}

/// The properties of the module.
#[derive(Clone, Properties)]
pub struct QuizProps {
    /// The page's data.
    pub page: Rc<QuizData>,
    /// The element that the module stands in; none when the generator renders.
    #[prop_or_default]
    pub mount: Option<Element>,
    /// Whether it is a picture of the question on show, which the generator alone makes.
    #[cfg(feature = "ssr")]
    #[prop_or_default]
    pub pictured: bool,
    /// What is on show at first, where that is not the beginning: whoever makes pictures or tests of a screen says it.
    #[prop_or_default]
    pub shown: Option<Shown>,
}

impl PartialEq for QuizProps {
    /// A mount is given its properties once. Compared word for word they would cost the player 0.7 KB.
    fn eq(&self, other: &QuizProps) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// The module.
#[derive(Debug)]
pub struct QuizModule {
    /// Where everything that happens on the screen goes.
    hears: Callback<Msg>,
    shown: Shown,
    /// How the reader presses and likes to be spoken to, as the device keeps it for lessons.
    likes: keeping::Keeping,
    shell: Shell,
    aloud: Aloud,
    /// Where focus goes after the next rendering; nowhere after an answer, because feedback never steals it.
    focus_next: Option<&'static str>,
    /// Changes with every event, so that the same words are news again.
    turn: bool,
    /// Asks before the page is left.
    leaving_guard: leaving::Guard,
    /// The record has been printed or saved: there is nothing more to lose.
    has_paper: bool,
    /// Where a link leads that is being asked about.
    leaving: Option<String>,
}

impl Component for QuizModule {
    type Message = Msg;
    type Properties = QuizProps;

    fn create(ctx: &Context<Self>) -> QuizModule {
        let QuizProps { page, shown, .. } = ctx.props();
        QuizModule {
            hears: ctx.link().callback(|msg: Msg| msg),
            shown: shown.clone().unwrap_or_else(|| Shown::new(&page.quiz)),
            likes: keeping::Keeping::default(),
            shell: Shell::new(ctx.props().mount.as_ref(), ctx.link().callback(Msg::Ways), &page.voice_rule),
            aloud: Aloud::new(ctx.link().callback(|()| Msg::Spoken), &page.voice_rule),
            focus_next: None,
            turn: false,
            leaving_guard: leaving::Guard::default(),
            has_paper: false,
            leaving: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.shell.note_focus();
        match msg {
            Msg::Opened(keeping, opening, today) => self.open(keeping, *opening, today),
            Msg::Begin => self.act(Event::Begin(random::seed())),
            Msg::Do(event) => self.act(event),
            Msg::Listen if self.aloud.heard().is_some() => self.aloud.be_silent(),
            Msg::Listen => {
                self.shell.ways.hush();
                self.aloud.read(self.shown.session.script(&ctx.props().page.strings.gap));
            }
            Msg::Spoken => {
                if self.aloud.go_on() {
                    self.shell.guard.spare();
                }
            }
            Msg::Left => {
                self.aloud.be_silent();
                self.shown = Shown::new(&ctx.props().page.quiz);
                self.read(&ctx.props().page);
            }
            Msg::Leave(to) => {
                self.focus_next = Some(if to.is_some() { "#leave-title" } else { "#quiz-title" });
                self.leaving = to;
                self.shell.ways.screen_changed();
            }
            Msg::Print => {
                self.has_paper = true;
                print::now(None);
            }
            Msg::Name(name) => {
                self.shell.guard.spare();
                self.shown.name = name;
            }
            Msg::Save => self.save(&ctx.props().page),
            Msg::Remember => self.keep(true),
            Msg::Forget => self.shown.keeping.forget(&Device::open(), &ctx.props().page.quiz.id),
            Msg::Mend => {}
            Msg::News => {
                self.shell.guard.spare();
                self.turn = !self.turn;
            }
            Msg::Voices => return self.aloud.hears_of_voices(),
            Msg::Ways(input) => {
                let is_wish = input.is_wish();
                let changed = self.shell.ways.update(input, self.aloud.heard());
                if is_wish && self.likes.remembers {
                    let ways = self.shell.ways.ways().clone();
                    self.likes.keep_likes(&Device::open(), ways, self.aloud.liked().clone(), false);
                }
                return changed;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = &ctx.props().page;
        let reader = Reader::new(self.aloud.heard(), &page.strings);
        let screen = Screen {
            page,
            words: &page.words,
            player: &page.strings,
            shown: &self.shown,
            session: &self.shown.session,
            link: &self.hears,
            reader: &reader,
            no_voice: self.aloud.has_no_voice(),
            turn: self.turn,
        };
        #[cfg(feature = "ssr")]
        if ctx.props().pictured {
            return question::pictured(&screen);
        }
        let parts = match self.shown.session.stage() {
            Stage::Start => begin::view(&screen),
            Stage::Asking => question::view(&screen),
            Stage::Result => result::view(&screen),
        };
        let leaving = leaving::view(&screen, self.leaving.as_ref());
        html! { <div class="player" key={self.shell.guard.key()}>{ leaving }{ parts }{ press_panel::bar(&self.shell.ways, &page.strings, self.likes.remembers) }</div> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(mount) = &ctx.props().mount else { return };
        // While there is a sheet, it is what is printed, whoever asks for it.
        print::only_card(mount, self.shown.has_paper());
        if first {
            self.wake(ctx, mount);
            return;
        }
        if self.shell.drawn() {
            let link = ctx.link().clone();
            page::soon(move || link.send_message(Msg::News));
        }
        let wanted = self.focus_next.take().and_then(|wanted| find(mount, wanted));
        self.shell.put_focus(wanted, "[data-scan-first] button");
        self.leaving_guard.set(self.asks());
        self.shell.ways.rendered(self.aloud.heard());
    }
}

impl QuizModule {
    /// Once, when the page is ready: the text version goes, keys are listened to, what is kept is read.
    fn wake(&mut self, ctx: &Context<Self>, mount: &Element) {
        if let Some(text) = self.shell.wake(ctx.link().callback(|()| Msg::Mend)) {
            // It says what is right; nobody has answered yet. On paper it is the quiz.
            self.shell.listen(print::instead_of(mount, text));
        }
        speech::warm_up();
        let link = ctx.link().clone();
        self.shell.listen(speech::on_voices_changed(move |_| link.send_message(Msg::Voices)));
        self.shell.listen(self.leaving_guard.listen(&self.hears));
        let (left, back) = (ctx.link().clone(), ctx.link().clone());
        self.shell.listen(Some(page::on_leaving(move || left.send_message(Msg::Left))));
        // Another page may have kept or forgotten something meanwhile.
        self.shell.listen(Some(EventListener::new(&window(), "pageshow", move |event| {
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                back.send_message(Msg::Left);
            }
        })));
        let store = Device::wake();
        let keeping = Keeping::open(&store, &ctx.props().page.quiz.id);
        ctx.link().send_message(Msg::Opened(keeping, Box::new(keeping::open(&store, "")), storage::today()));
        self.shell.say_ready();
    }

    /// Reads anew what is kept of the quiz.
    fn read(&mut self, page: &QuizData) {
        let keeping = Keeping::open(&Device::open(), &page.quiz.id);
        self.remember_last(keeping, storage::today());
        (self.has_paper, self.leaving) = (false, None);
    }

    /// Who asks before the page is left now.
    fn asks(&self) -> Asks {
        let Shown { session, keeping, .. } = &self.shown;
        let is_lost = match session.stage() {
            Stage::Start => false,
            Stage::Asking => session.asked().iter().any(|asked| !asked.first.is_empty()),
            Stage::Result => {
                session.quiz().ending == Ending::Record && self.shown.has_paper() && !self.has_paper && !keeping.remembers
            }
        };
        match (is_lost, self.shell.ways.are_in_use()) {
            (false, _) => Asks::Nobody,
            (true, false) => Asks::Browser,
            (true, true) => Asks::Page,
        }
    }

    fn open(&mut self, keeping: Keeping, opening: keeping::Opening, today: Option<Day>) {
        self.remember_last(keeping, today);
        self.likes = opening.keeping;
        self.shell.take_over(opening.ways, &opening.speaking);
        self.aloud.like(opening.speaking);
    }

    /// What is kept of the last time, for the first screen and for what is asked first.
    fn remember_last(&mut self, keeping: Keeping, today: Option<Day>) {
        let session = &mut self.shown.session;
        if let Some(since) = keeping.kept.as_ref().and_then(|kept| since(session.quiz(), kept, today)) {
            let topics = since.topics;
            session.resume(topics);
        }
        (self.shown.keeping, self.shown.today) = (keeping, today);
    }

    fn act(&mut self, event: Event) {
        self.aloud.be_silent();
        self.turn = !self.turn;
        (self.shown.saved, self.has_paper, self.leaving) = (None, false, None);
        let before = (self.shown.session.stage(), self.shown.session.nth());
        self.shown.session.apply(event);
        let now = (self.shown.session.stage(), self.shown.session.nth());
        self.focus_next = match event {
            Event::Choose(_) => None,
            // The next scene of the same case has a heading of its own.
            Event::Next | Event::Back if now == before => Some("#scene-title"),
            _ => Some("#quiz-title"),
        };
        self.shell.ways.screen_changed();
        if now.0 == Stage::Result && before.0 != Stage::Result {
            // A page may be left open over midnight: the record has the day on which the last question was answered.
            self.shown.today = storage::today();
            if self.shown.keeping.remembers {
                self.keep(false);
            }
        }
    }

    fn keep(&mut self, wished: bool) {
        let Shown { session, keeping, today, .. } = &mut self.shown;
        let (quiz, outcome) = (session.quiz(), session.outcome());
        let missed = outcome.missed.iter().map(|topic| quiz.topics[*topic].id.clone()).collect();
        let taken = Taken { on: *today, policy: quiz.version.clone(), missed, passed: outcome.passed };
        let rests = quiz.clauses.iter().map(|clause| Rests { clause: clause.id.clone(), hash: clause.hash.clone() });
        keeping.keep(&Device::open(), &quiz.id, &taken, &rests.collect::<Vec<_>>(), wished);
    }

    fn save(&mut self, page: &QuizData) {
        let Shown { session, today, name, .. } = &self.shown;
        let file = Record { session, page, on: *today, name: name.trim() }.write();
        let name = paper::file_name(&page.words, &page.quiz.id, *today);
        self.shown.saved = files::save(&name, &file).map(|()| name);
        self.has_paper = self.shown.saved.is_some();
    }
}
