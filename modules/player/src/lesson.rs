//! The module `lesson`: messages in, session changed, screen out.

use crate::class_view::ClassView;
use crate::focus::{self, Had, find};
use crate::foreign::Guard;
use crate::frame;
use crate::input::Input;
use crate::page;
use crate::print;
use crate::random;
use crate::recording::{self, Recording};
use crate::screen::{Msg, Screen};
use crate::speech::{self, Utterance};
use crate::storage::{self, Device};
use crate::text::Reader;
use crate::ways::WaysIn;
use fingerpost_lesson::class::ClassKey;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::keeping::{self, Keeping};
use fingerpost_lesson::session::{Event, Session};
use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::wire::PageData;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The properties of the module `lesson`.
#[derive(Clone, PartialEq, Properties)]
pub struct LessonProps {
    /// The page's data.
    pub page: Rc<PageData>,
    /// The element that the module stands in; none when the generator renders.
    #[prop_or_default]
    pub mount: Option<Element>,
    /// For a picture of one step, which the generator alone makes: the session that it shows.
    #[cfg(feature = "ssr")]
    #[prop_or_default]
    pub pictured: Option<Session>,
}

/// Where focus goes after the next rendering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FocusNext {
    /// Nowhere: feedback never steals it.
    Stay,
    /// To the new screen's heading.
    Heading,
    /// To the heading of the story's new scene, or to the learner's newest message.
    Scene,
    /// To the button that moves the thing at this position on in the same direction.
    Mover { position: usize, up: bool },
}

/// The number of a recording, among the sentences of the screen: it stands for several, and none of them is marked.
const RECORDED: usize = usize::MAX - 1;

/// The module `lesson`.
#[derive(Debug)]
pub struct LessonModule {
    /// Where everything that happens on the screen goes.
    hears: Callback<Msg>,
    session: Session,
    keeping: Keeping,
    ways: WaysIn,
    /// The sentences of the screen, as last rendered.
    script: RefCell<Vec<String>>,
    speaking: Option<usize>,
    utterance: Option<Utterance>,
    recording: Option<Recording>,
    /// How the learner likes to be spoken to.
    liked: Speaking,
    /// The big screen, while it is on.
    class: Option<ClassView>,
    no_voice: bool,
    guard: Guard,
    focus_next: FocusNext,
    heading: NodeRef,
    /// Changes with every event, so that the same words are news again.
    turn: bool,
    /// What had focus before the last event, if it was inside the module.
    had_focus: Option<Had>,
    /// On which day the lesson was finished in this round.
    ended_on: Option<Day>,
    _listeners: Vec<EventListener>,
}

impl Component for LessonModule {
    type Message = Msg;
    type Properties = LessonProps;

    fn create(ctx: &Context<Self>) -> LessonModule {
        let page = &ctx.props().page;
        let session = Session::new(Rc::new(page.lesson.clone()), page.start);
        #[cfg(feature = "ssr")]
        let session = ctx.props().pictured.clone().unwrap_or(session);
        LessonModule {
            hears: ctx.link().callback(|msg: Msg| msg),
            session,
            keeping: Keeping::default(),
            ways: WaysIn::new(ctx.link().callback(Msg::Ways), &page.voice_rule),
            script: RefCell::default(),
            speaking: None,
            utterance: None,
            recording: None,
            liked: Speaking::default(),
            class: None,
            no_voice: false,
            guard: Guard::default(),
            focus_next: FocusNext::Stay,
            heading: NodeRef::default(),
            turn: false,
            had_focus: None,
            ended_on: None,
            _listeners: Vec::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.had_focus = Had::now(ctx.props().mount.as_ref());
        match msg {
            Msg::Do(event) => self.act(event),
            Msg::Opened(opening) => {
                self.keeping = opening.keeping;
                if let Some(place) = &opening.place {
                    self.session.resume(place);
                }
                self.session.resume_people(opening.people);
                self.liked = opening.speaking;
                self.ways.speak_like(&self.liked);
                self.ways.take_over(opening.ways);
            }
            Msg::Remember => self.keep(true),
            Msg::Forget => self.keeping.forget(&Device::open()),
            Msg::Listen if self.speaking.is_some() => self.be_silent(),
            Msg::Listen => self.listen(ctx),
            Msg::PressAndListen => {
                self.act(Event::Press);
                self.listen(ctx);
            }
            Msg::Spoken => match self.speaking {
                Some(spoken) if spoken + 1 < self.script.borrow().len() => {
                    self.guard.spare();
                    self.speak_from(ctx, spoken + 1);
                }
                _ => self.be_silent(),
            },
            Msg::Played(true) => {
                // The recording has said what there is to look at. The voice goes on with the rest, such as an answer, if there is a voice.
                let said = self.session.step().map_or(0, |step| step.say.iter().map(Vec::len).sum());
                self.speak_from(ctx, said);
                self.no_voice = false;
            }
            Msg::Played(false) => self.speak_from(ctx, 0),
            Msg::Draw => random::numbers().into_iter().for_each(|numbers| self.act(Event::Draw(numbers))),
            Msg::Write(text) => {
                self.guard.spare();
                self.session.write(&text);
            }
            Msg::Print => {
                print::now(ctx.props().mount.as_ref());
                return false;
            }
            Msg::Left => {
                self.session.leave();
                if !self.keeping.remembers {
                    self.session.resume_people(Vec::new());
                }
            }
            Msg::Class(on) => self.class = on.then(|| ClassView::start(ctx.link().callback(Msg::Key))),
            Msg::Key(ClassKey::Next) => self.act(Event::Next),
            Msg::Key(ClassKey::Back) => self.act(Event::Back),
            Msg::Key(ClassKey::Repeat) => self.listen(ctx),
            Msg::Key(ClassKey::Leave) => self.class = None,
            Msg::Mend => {}
            Msg::News => {
                self.guard.spare();
                self.turn = !self.turn;
            }
            // What was said of having no voice is no longer so.
            Msg::Voices if !self.no_voice || !speech::has_voice(&ctx.props().page.voice_rule) => return false,
            Msg::Voices => self.no_voice = false,
            Msg::Ways(input) => {
                let is_wish = matches!(input, Input::Change(_) | Input::Key(..));
                let changed = self.ways.update(input, self.speaking);
                if is_wish && self.keeping.remembers {
                    self.keep(false);
                }
                return changed;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let strings = &ctx.props().page.strings;
        let reader = Reader::new(self.speaking, strings);
        let screen = Screen {
            session: &self.session,
            strings,
            link: &self.hears,
            reader: &reader,
            keeping: &self.keeping,
            ways: &self.ways,
            no_voice: self.no_voice,
            in_class: self.class.is_some(),
            heading: &self.heading,
            turn: self.turn,
            key: self.guard.key(),
        };
        #[cfg(feature = "ssr")]
        if ctx.props().pictured.is_some() {
            return frame::pictured(&screen);
        }
        let html = frame::screen(&screen);
        *self.script.borrow_mut() = reader.into_script();
        html
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(mount) = &ctx.props().mount else { return };
        let _ = mount.set_attribute("data-path", self.session.path().id());
        let _ = mount.toggle_attribute_with_force("data-finished", self.session.is_finished());
        if first {
            self.wake(ctx, mount);
            return;
        }
        if let Some(has_focus) = self.guard.drawn(&mut self.ways) {
            if has_focus {
                self.had_focus = None;
            }
            let link = ctx.link().clone();
            page::soon(move || link.send_message(Msg::News));
        }
        self.put_focus(mount);
        self.ways.rendered(self.speaking);
    }
}

impl LessonModule {
    /// Once, when the page is ready: the text version goes, keys are listened to, what is kept is read.
    fn wake(&mut self, ctx: &Context<Self>, mount: &Element) {
        self._listeners = self.ways.wake();
        if let Some(text) = page::take_text() {
            // It says what is right; the learner has not answered yet. On paper it is the lesson.
            self._listeners.extend(print::instead_of(mount, text));
        }
        self.guard.wake(mount, ctx.link().callback(|()| Msg::Mend));
        self._listeners.extend(print::card_once(mount));
        speech::warm_up();
        let link = ctx.link().clone();
        let voices = ctx.link().clone();
        self._listeners.extend(speech::on_voices_changed(move |_| voices.send_message(Msg::Voices)));
        self._listeners.push(page::on_leaving(move || link.send_message(Msg::Left)));
        ctx.link().send_message(Msg::Opened(keeping::open(&Device::wake(), &ctx.props().page.lesson.id)));
        let _ = mount.set_attribute("data-ready", "");
    }

    fn act(&mut self, event: Event) {
        self.be_silent();
        self.turn = !self.turn;
        self.no_voice = false;
        let people = self.session.people().to_vec();
        let was_finished = self.session.is_finished();
        self.session.apply(event);
        if !was_finished && self.session.is_finished() {
            // A page may be left open over midnight: what is kept later was still finished on this day.
            self.ended_on = storage::today();
        }
        if event == Event::Again && self.keeping.remembers {
            // Doing it again loses nothing that is kept. Where nothing is kept, whoever comes next begins with nobody.
            self.session.resume_people(people);
        }
        self.focus_next = match event {
            Event::Next | Event::Back | Event::Again | Event::ChangePath(_) => FocusNext::Heading,
            Event::Go(_) | Event::GoBack | Event::FromTheBeginning => FocusNext::Scene,
            Event::Up(position) => FocusNext::Mover { position: position.saturating_sub(1), up: true },
            Event::Down(position) => FocusNext::Mover { position: position + 1, up: false },
            _ => FocusNext::Stay,
        };
        // After these the screen asks for something else; after the others the hand stays where it is.
        if !matches!(event, Event::Toggle(_) | Event::Up(_) | Event::Down(_) | Event::Hint | Event::Press | Event::Draw(_)) {
            self.ways.screen_changed();
        }
        if self.keeping.remembers {
            self.keep(false);
        }
    }

    fn keep(&mut self, wished: bool) {
        let done = self.session.done(self.ended_on);
        let (place, people) = (self.session.place(), self.session.people().to_vec());
        self.keeping.keep(&Device::open(), place, people, self.ways.ways().clone(), done, wished);
    }

    /// Reads the screen: a recording of the step comes before the device's voice.
    fn listen(&mut self, ctx: &Context<Self>) {
        self.be_silent();
        self.ways.hush();
        self.no_voice = false;
        let link = ctx.link().clone();
        let own = self.session.step().and_then(|step| step.sound.as_deref());
        self.recording = recording::play(own, self.session.recordings(), move |whole| link.send_message(Msg::Played(whole)));
        match self.recording {
            Some(_) => self.speaking = Some(RECORDED),
            None => self.speak_from(ctx, 0),
        }
    }

    fn speak_from(&mut self, ctx: &Context<Self>, index: usize) {
        self.recording = None;
        self.ways.hush();
        speech::stop();
        let link = ctx.link().clone();
        let sentence = self.script.borrow().get(index).cloned();
        self.utterance = sentence.and_then(|text| {
            speech::speak(&text, &ctx.props().page.voice_rule, &self.liked, false, move || link.send_message(Msg::Spoken))
        });
        self.no_voice = self.utterance.is_none();
        self.speaking = self.utterance.as_ref().map(|_| index);
    }

    fn be_silent(&mut self) {
        if self.utterance.take().is_some() {
            speech::stop();
        }
        self.recording = None;
        self.speaking = None;
    }

    fn put_focus(&mut self, mount: &Element) {
        let wanted = match std::mem::replace(&mut self.focus_next, FocusNext::Stay) {
            FocusNext::Stay => None,
            FocusNext::Heading => self.heading.cast::<HtmlElement>(),
            FocusNext::Scene => find(mount, ".scene h3, .bubble[tabindex]"),
            FocusNext::Mover { position, up } => {
                let direction = if up { "up" } else { "down" };
                find(mount, &format!("[data-position=\"{position}\"] [data-action={direction}]"))
            }
        };
        if let Some(element) = focus::put(mount, self.had_focus.take(), wanted, "fieldset[data-scan-first] button, .moves .next")
        {
            self.ways.follow(&element);
        }
    }
}
