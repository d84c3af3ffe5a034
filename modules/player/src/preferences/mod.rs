//! The module `preferences`, the page "How I like it": the voice, the presses, and taking both with the look to another device. Everything works
//! at once. The look itself is the page script's (assets/page.js), so that it is there before any WebAssembly.

mod carry;
mod carrying;
mod look;
mod paths;
mod screen;
mod voice;

use crate::input::Input;
use crate::press_panel;
use crate::print;
use crate::shell::Shell;
use crate::speech::{self, Utterance};
use crate::storage::Device;
use crate::text::symbol;
use carrying::Carrying;
use fingerpost_lesson::keep::keeping::{self, Keeping};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::profile::Profile;
use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::wire::PreferencesData;
use screen::{Msg, Screen};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The properties of the module `preferences`.
#[derive(Clone, Properties)]
pub struct PreferencesProps {
    /// The page's data.
    pub page: Rc<PreferencesData>,
    /// The element that the module stands in; none when the generator renders.
    #[prop_or_default]
    pub mount: Option<Element>,
}

impl PartialEq for PreferencesProps {
    /// A mount is given its properties once. Compared word for word they would cost the player more.
    fn eq(&self, other: &PreferencesProps) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// The module `preferences`.
#[derive(Debug)]
pub struct PreferencesModule {
    /// Where everything that happens on the page goes.
    hears: Callback<Msg>,
    shell: Shell,
    speaking: Speaking,
    /// The names of the voices to choose from.
    voices: Vec<String>,
    /// The sample, while it is heard.
    sample: Option<Utterance>,
    carrying: Carrying,
    path: Path,
    keeping: Keeping,
}

impl Component for PreferencesModule {
    type Message = Msg;
    type Properties = PreferencesProps;

    fn create(ctx: &Context<Self>) -> PreferencesModule {
        PreferencesModule {
            hears: ctx.link().callback(|msg: Msg| msg),
            shell: Shell::new(ctx.props().mount.as_ref(), ctx.link().callback(Msg::Ways), &ctx.props().page.voice_rule),
            speaking: Speaking::default(),
            voices: Vec::new(),
            sample: None,
            carrying: Carrying::default(),
            path: Path::EasyRead,
            keeping: Keeping::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        self.shell.note_focus();
        match msg {
            Msg::Ways(input) => {
                let is_wish = input.is_wish();
                let changed = self.shell.ways.update(input, None);
                if is_wish {
                    self.keep(false);
                }
                return changed;
            }
            Msg::Opened(opening) => {
                self.keeping = opening.keeping;
                self.speaking = opening.speaking;
                self.shell.take_over(opening.ways, &self.speaking);
                if !self.shell.ways.panel_is_open() {
                    self.shell.ways.update(Input::Panel, None);
                }
                self.carrying.arrive();
            }
            Msg::Voices => self.voices = speech::voices(&ctx.props().page.voice_rule),
            Msg::Voice(name) => {
                self.speaking.voice = name;
                self.speak_so();
                self.hear(ctx);
            }
            Msg::Speed { faster } => {
                if faster {
                    self.speaking.faster();
                } else {
                    self.speaking.slower();
                }
                self.speak_so();
                self.hear(ctx);
            }
            Msg::Sample if self.sample.is_some() => self.hush(),
            Msg::Sample => self.hear(ctx),
            Msg::Spoken => self.sample = None,
            Msg::Path(path) => self.path = path,
            Msg::Mend => {}
            Msg::Remember => {
                look::remember();
                self.keep(true);
            }
            Msg::Carry(wish) => {
                let profile =
                    Profile { looks: look::now(), speaking: self.speaking.clone(), ways: self.shell.ways.ways().clone() };
                if let Some(new) =
                    self.carrying.grant(wish, &profile, &ctx.props().page.words.like_file_name, ctx.props().mount.as_ref())
                {
                    self.use_profile(new);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = &ctx.props().page;
        let screen = Screen {
            page,
            link: &self.hears,
            speaking: &self.speaking,
            voices: &self.voices,
            is_sampled: self.sample.is_some(),
            carrying: &self.carrying,
        };
        let said = if self.keeping.remembers { &page.words.like_kept } else { &page.words.like_remember };
        html! {
            <div class="player" key={self.shell.guard.key()}>
                { carry::arrived(&screen) }
                { voice::view(&screen) }
                <section><h2>{ &page.strings.ways_open }</h2>{ press_panel::bar(&self.shell.ways, &page.strings, self.keeping.remembers) }</section>
                { self.remember(&screen) }
                <p role="status">{ self.keeping.trouble.map_or(said.as_str(), |trouble| page.strings.trouble(trouble)) }</p>
                { carry::view(&screen) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(mount) = &ctx.props().mount else { return };
        paths::show(mount, self.path);
        if first {
            self.shell.wake(ctx.link().callback(|()| Msg::Mend));
            self.shell.listen(print::card_once(mount));
            self.shell.listen(paths::listen(&ctx.link().callback(Msg::Path)));
            let link = ctx.link().clone();
            self.shell.listen(speech::on_voices_changed(move |_| link.send_message(Msg::Voices)));
            ctx.link().send_message_batch(vec![Msg::Opened(keeping::open(&Device::wake(), "")), Msg::Voices]);
            self.shell.say_ready();
        } else {
            self.shell.drawn();
            self.shell.put_focus(None, "button");
            self.shell.ways.rendered(None);
        }
    }
}

impl PreferencesModule {
    fn remember(&self, screen: &Screen<'_>) -> Html {
        let strings = &screen.page.strings;
        html! {
            <div data-scan-group="" tabindex="-1" role="group" aria-label={strings.remember_question.clone()}>
                if !self.keeping.remembers {
                    <button type="button" class="remember" data-action="remember" onclick={screen.link.reform(|_| Msg::Remember)}>
                        { symbol("yes") }<span>{ &strings.remember_yes }</span></button>
                }
            </div>
        }
    }

    /// From now on everything is said so, and it is kept where the device remembers.
    fn speak_so(&mut self) {
        self.shell.ways.speak_like(&self.speaking);
        self.keep(false);
    }

    fn hear(&mut self, ctx: &Context<Self>) {
        self.hush();
        let (page, link) = (&ctx.props().page, ctx.link().clone());
        let spoken = move || link.send_message(Msg::Spoken);
        self.sample = speech::speak(&page.words.like_voice_sample, &page.voice_rule, &self.speaking, false, spoken);
    }

    fn hush(&mut self) {
        if self.sample.take().is_some() {
            speech::stop();
        }
    }

    /// Takes over what came from another device.
    fn use_profile(&mut self, profile: Profile) {
        look::choose(&profile);
        self.speaking = profile.speaking;
        self.shell.ways.take_over(profile.ways);
        self.speak_so();
    }

    /// Keeps it, on a wish or where the device remembers already.
    fn keep(&mut self, wished: bool) {
        if wished || self.keeping.remembers {
            let ways = self.shell.ways.ways().clone();
            self.keeping.keep_likes(&Device::open(), ways, self.speaking.clone(), wished);
        }
    }
}
