//! The module `lesson`: messages in, session changed, screen out.

use crate::aloud::Aloud;
use crate::class_view::ClassView;
use crate::focus::find;
use crate::frame;
use crate::page;
use crate::print;
use crate::random;
use crate::recording::{self, Recording};
use crate::screen::{Msg, Screen};
use crate::shell::Shell;
use crate::speech;
use crate::storage::{self, Device};
use crate::text::Reader;
use fingerpost_lesson::class::ClassKey;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::keeping::{self, Keeping};
use fingerpost_lesson::script::Heard;
use fingerpost_lesson::session::{Event, Session};
use fingerpost_lesson::wire::PageData;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The properties of the module `lesson`.
#[derive(Clone, Properties)]
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

impl PartialEq for LessonProps {
    /// A mount is given its properties once. Compared word for word they would cost the player 1 KB.
    fn eq(&self, other: &LessonProps) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
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

/// The module `lesson`.
#[derive(Debug)]
pub struct LessonModule {
    /// Where everything that happens on the screen goes.
    hears: Callback<Msg>,
    session: Session,
    keeping: Keeping,
    shell: Shell,
    aloud: Aloud,
    /// What somebody has recorded for the step, while it is played.
    recording: Option<Recording>,
    /// The big screen, while it is on.
    class: Option<ClassView>,
    focus_next: FocusNext,
    heading: NodeRef,
    /// Changes with every event, so that the same words are news again.
    turn: bool,
    /// On which day the lesson was finished in this round.
    ended_on: Option<Day>,
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
            shell: Shell::new(ctx.props().mount.as_ref(), ctx.link().callback(Msg::Ways), &page.voice_rule),
            aloud: Aloud::new(ctx.link().callback(|()| Msg::Spoken), &page.voice_rule),
            recording: None,
            class: None,
            focus_next: FocusNext::Stay,
            heading: NodeRef::default(),
            turn: false,
            ended_on: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.shell.note_focus();
        match msg {
            Msg::Do(event) => self.act(event),
            Msg::Opened(opening) => {
                self.keeping = opening.keeping;
                if let Some(place) = &opening.place {
                    self.session.resume(place);
                }
                self.session.resume_people(opening.people);
                self.shell.take_over(opening.ways, &opening.speaking);
                self.aloud.like(opening.speaking);
            }
            Msg::Remember => self.keep(true),
            Msg::Forget => self.keeping.forget(&Device::open()),
            Msg::Listen if self.heard().is_some() => self.be_silent(),
            Msg::Listen => self.listen(ctx),
            Msg::PressAndListen => {
                self.act(Event::Press);
                self.listen(ctx);
            }
            Msg::Spoken => {
                if self.aloud.go_on() {
                    self.shell.guard.spare();
                }
            }
            Msg::Played(whole) => {
                self.recording = None;
                let gap = &ctx.props().page.strings.gap;
                // The recording has said what there is to look at. The voice goes on with the rest, such as an answer, if there is a voice.
                let script = if whole { self.session.script_after_recording(gap) } else { self.session.script(gap) };
                self.aloud.read(script);
                if whole && self.aloud.heard().is_none() {
                    self.aloud.be_silent();
                }
            }
            Msg::Draw => random::numbers().into_iter().for_each(|numbers| self.act(Event::Draw(numbers))),
            Msg::Write(text) => {
                self.shell.guard.spare();
                self.session.write(&text);
            }
            Msg::Print => {
                print::now(ctx.props().mount.as_ref());
                return false;
            }
            Msg::Left => {
                self.be_silent();
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
                self.shell.guard.spare();
                self.turn = !self.turn;
            }
            Msg::Voices => return self.aloud.hears_of_voices(),
            Msg::Ways(input) => {
                let is_wish = input.is_wish();
                let changed = self.shell.ways.update(input, self.heard());
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
        let reader = Reader::new(self.heard(), strings);
        let screen = Screen {
            session: &self.session,
            strings,
            link: &self.hears,
            reader: &reader,
            keeping: &self.keeping,
            ways: &self.shell.ways,
            no_voice: self.aloud.has_no_voice(),
            in_class: self.class.is_some(),
            heading: &self.heading,
            turn: self.turn,
            key: self.shell.guard.key(),
        };
        #[cfg(feature = "ssr")]
        if ctx.props().pictured.is_some() {
            return frame::pictured(&screen);
        }
        frame::screen(&screen)
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(mount) = &ctx.props().mount else { return };
        let _ = mount.set_attribute("data-path", self.session.path().id());
        let _ = mount.toggle_attribute_with_force("data-finished", self.session.is_finished());
        if first {
            self.wake(ctx, mount);
            return;
        }
        if self.shell.drawn() {
            let link = ctx.link().clone();
            page::soon(move || link.send_message(Msg::News));
        }
        let wanted = self.wanted(mount);
        if let Some(element) = self.shell.put_focus(wanted, "fieldset[data-scan-first] button, .moves .next") {
            self.shell.ways.follow(&element);
        }
        self.shell.ways.rendered(self.heard());
    }
}

impl LessonModule {
    /// Once, when the page is ready: the text version goes, keys are listened to, what is kept is read.
    fn wake(&mut self, ctx: &Context<Self>, mount: &Element) {
        if let Some(text) = self.shell.wake(ctx.link().callback(|()| Msg::Mend)) {
            // It says what is right; the learner has not answered yet. On paper it is the lesson.
            self.shell.listen(print::instead_of(mount, text));
        }
        self.shell.listen(print::card_once(mount));
        speech::warm_up();
        let (left, voices) = (ctx.link().clone(), ctx.link().clone());
        self.shell.listen(speech::on_voices_changed(move |_| voices.send_message(Msg::Voices)));
        self.shell.listen(Some(page::on_leaving(move || left.send_message(Msg::Left))));
        ctx.link().send_message(Msg::Opened(keeping::open(&Device::wake(), &ctx.props().page.lesson.id)));
        self.shell.say_ready();
    }

    fn act(&mut self, event: Event) {
        self.be_silent();
        self.turn = !self.turn;
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
            self.shell.ways.screen_changed();
        }
        if self.keeping.remembers {
            self.keep(false);
        }
    }

    fn keep(&mut self, wished: bool) {
        let done = self.session.done(self.ended_on);
        let (place, people) = (self.session.place(), self.session.people().to_vec());
        self.keeping.keep(&Device::open(), place, people, self.shell.ways.ways().clone(), done, wished);
    }

    /// Reads the screen: a recording of the step comes before the device's voice.
    fn listen(&mut self, ctx: &Context<Self>) {
        self.be_silent();
        self.shell.ways.hush();
        let link = ctx.link().clone();
        let own = self.session.step().and_then(|step| step.sound.as_deref());
        self.recording = recording::play(own, self.session.recordings(), move |whole| link.send_message(Msg::Played(whole)));
        if self.recording.is_none() {
            self.aloud.read(self.session.script(&ctx.props().page.strings.gap));
        }
    }

    /// What is heard of the screen.
    fn heard(&self) -> Option<Heard> {
        self.recording.as_ref().map(|_| Heard::Recording).or(self.aloud.heard())
    }

    fn be_silent(&mut self) {
        self.recording = None;
        self.aloud.be_silent();
    }

    /// What focus is to go to after this rendering.
    fn wanted(&mut self, mount: &Element) -> Option<HtmlElement> {
        match std::mem::replace(&mut self.focus_next, FocusNext::Stay) {
            FocusNext::Stay => None,
            FocusNext::Heading => self.heading.cast(),
            FocusNext::Scene => find(mount, ".scene h3, .bubble[tabindex]"),
            FocusNext::Mover { position, up } => {
                let direction = if up { "up" } else { "down" };
                find(mount, &format!("[data-position=\"{position}\"] [data-action={direction}]"))
            }
        }
    }
}
