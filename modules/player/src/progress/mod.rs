//! The module `progress`, the page "My journey": events in, [`Journey`] changed, screen out.
//!
//! 1. `who`: who is learning, and the choice of a picture and a nickname.
//! 2. `done`: the lessons, the certificate of one, and the adult's summary.
//! 3. `quizzes`: what is kept of quizzes and inductions.
//! 4. `safe`: saving to a file, bringing back, and forgetting.
//! 5. `screen`: what these know of the module.

mod done;
mod quizzes;
mod safe;
mod screen;
mod who;

use crate::files;
use crate::focus;
use crate::page;
use crate::press_panel;
use crate::shell::Shell;
use crate::storage::{self, Device};
use fingerpost_lesson::journey::{Event, Journey, Said};
use fingerpost_lesson::keep::keeping;
use fingerpost_lesson::keep::learner::PICTURES;
use fingerpost_lesson::keep::learners;
use fingerpost_lesson::keep::line::Line;
use fingerpost_lesson::wire::JourneyData;
use gloo::events::EventListener;
use gloo::utils::window;
use screen::{Area, Msg, Screen};
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The symbols that the page can show besides those of its lessons.
pub fn symbols() -> impl Iterator<Item = &'static str> {
    crate::SYMBOLS.iter().chain(&["finish", "learn", "path", "start"]).chain(&PICTURES).copied()
}

/// The properties of the module `progress`.
#[derive(Clone, Properties)]
pub struct ProgressProps {
    /// The page's data.
    pub page: Rc<JourneyData>,
    /// The element that the module stands in; none when the generator renders.
    #[prop_or_default]
    pub mount: Option<Element>,
}

impl PartialEq for ProgressProps {
    /// A mount is given its properties once. Compared word for word they would cost the player more.
    fn eq(&self, other: &ProgressProps) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// The module `progress`.
#[derive(Debug)]
pub struct ProgressModule {
    /// Where everything that happens on the page goes.
    hears: Callback<Msg>,
    journey: Journey,
    /// Whether something is kept of the learner who is learning.
    remembers: bool,
    shell: Shell,
    promised: Option<bool>,
    area: Area,
    /// The file that was just saved.
    saved: Option<String>,
    /// Where focus goes after the next rendering: to the first of these that is there.
    focus_next: &'static [&'static str],
}

impl Component for ProgressModule {
    type Message = Msg;
    type Properties = ProgressProps;

    fn create(ctx: &Context<Self>) -> ProgressModule {
        ProgressModule {
            hears: ctx.link().callback(|msg: Msg| msg),
            journey: Journey::default(),
            remembers: false,
            shell: Shell::new(ctx.props().mount.as_ref(), ctx.link().callback(Msg::Ways), &ctx.props().page.voice_rule),
            promised: None,
            area: Area::Who,
            saved: None,
            focus_next: &[],
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let page = &ctx.props().page;
        self.shell.note_focus();
        match msg {
            Msg::Opened => {
                let opening = keeping::open(&Device::wake(), "");
                self.remembers = opening.keeping.remembers;
                self.shell.take_over(opening.ways, &opening.speaking);
                self.journey = Journey::open(&Device::open(), &storage::mark_of_site());
            }
            Msg::Do(event) => {
                let area = area_of(&event).unwrap_or(self.area);
                let focus = focus_after(&event);
                // What a tick of another tab changes leaves the scan where it is.
                if !matches!(event, Event::Look | Event::Leave) {
                    self.saved = None;
                    self.shell.ways.screen_changed();
                }
                self.area = area;
                self.journey.apply(&Device::open(), &page.lessons, event);
                self.remembers = self.journey.learner().is_some();
                // What did not go stays under the hand that pressed it.
                let went = !matches!(self.journey.said, Said::ChooseBoth | Said::Trouble(_));
                self.focus_next = if went { focus } else { &[] };
            }
            Msg::Save(everybody) => {
                let file = self.journey.file(&page.words.file_about, everybody);
                let name = page.words.whole_file_name();
                self.area = Area::Safe;
                self.journey.said = Said::Nothing;
                self.saved = files::save(&name, &file).map(|()| name);
            }
            Msg::Ask => {
                ctx.link().send_future(async { Msg::Promised(files::promise(true).await) });
                return false;
            }
            Msg::Promised(promised) => {
                // The button that asked is gone with the question.
                if promised && self.promised.is_some() {
                    self.focus_next = &["#safe-title"];
                }
                self.promised = Some(promised);
            }
            Msg::Mend => {}
            Msg::Ways(input) => {
                let is_wish = input.is_wish();
                let changed = self.shell.ways.update(input, None);
                if is_wish && self.remembers {
                    let line = Line::Ways(self.shell.ways.ways().clone());
                    // Where it cannot be kept, it holds until the page is left, as the panel says where nothing is remembered.
                    self.remembers = learners::keep(&Device::open(), &self.journey.now, &[line], false).unwrap_or(false);
                }
                return changed;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = &ctx.props().page;
        let screen = Screen {
            journey: &self.journey,
            page,
            words: &page.words,
            player: &page.strings,
            link: &self.hears,
            area: self.area,
            saved: self.saved.as_deref(),
            promised: self.promised,
        };
        html! {
            <div class="player" key={self.shell.guard.key()}>
                { parts(&screen) }
                { press_panel::bar(&self.shell.ways, &page.strings, self.remembers) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(mount) = &ctx.props().mount else { return };
        if !first {
            self.shell.drawn();
            let wanted = first_of(mount, std::mem::take(&mut self.focus_next));
            self.shell.put_focus(wanted, "#who-title");
            self.shell.ways.rendered(None);
            return;
        }
        self.shell.wake(ctx.link().callback(|()| Msg::Mend));
        // What another tab changes, or a lesson from which the learner comes back, is seen at once.
        for event in ["storage", "pageshow"] {
            let look = ctx.link().callback(|()| Msg::Do(Event::Look));
            self.shell.listen(Some(EventListener::new(&window(), event, move |_| look.emit(()))));
        }
        // What can be had back, and what was opened for a learner, can be so until the page is left.
        let leave = ctx.link().callback(|()| Msg::Do(Event::Leave));
        self.shell.listen(Some(page::on_leaving(move || leave.emit(()))));
        ctx.link().send_message(Msg::Opened);
        ctx.link().send_future(async { Msg::Promised(files::promise(false).await) });
        self.shell.say_ready();
    }
}

/// One thing at a time: a choice or a certificate stands alone.
fn parts(screen: &Screen<'_>) -> Html {
    if let Some(choosing) = &screen.journey.choosing {
        who::choose(screen, choosing)
    } else if let Some(lesson) = screen.journey.certificate.and_then(|lesson| screen.page.lessons.get(lesson)) {
        done::certificate(screen, lesson)
    } else {
        html! { <>{ who::view(screen) }{ done::view(screen) }{ quizzes::view(screen) }{ safe::view(screen) }{ safe::forget(screen) }</> }
    }
}

/// Where an event is answered; `None` leaves it as it was.
fn area_of(event: &Event) -> Option<Area> {
    match event {
        Event::Look | Event::Leave => None,
        Event::Bring(..) | Event::TooBig => Some(Area::Safe),
        Event::Forget(_) | Event::Yes | Event::No | Event::Undo => Some(Area::Forget),
        _ => Some(Area::Who),
    }
}

/// Where focus goes after an event, as a list of selectors: what was pressed may be gone.
fn focus_after(event: &Event) -> &'static [&'static str] {
    match event {
        Event::Add | Event::Change => &["#choose-title"],
        Event::Remember(_) | Event::Stop => &["#choose-title", "#who-title"],
        Event::Certificate(_) => &["#certificate-title"],
        Event::CloseCertificate => &["#done-title"],
        Event::Forget(_) => &["#sure-title"],
        Event::Yes => &["[data-action=undo]", "#forget-title"],
        Event::No | Event::Undo => &["#forget-title", "#who-title"],
        _ => &[],
    }
}

fn first_of(inside: &Element, selectors: &[&str]) -> Option<HtmlElement> {
    selectors.iter().find_map(|selector| focus::find(inside, selector))
}
