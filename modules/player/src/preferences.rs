//! The module `preferences`, the page "How I like it": how the learner presses, with an effect at once.

use crate::press_panel;
use crate::storage::Device;
use crate::ways::{Input, WaysIn};
use fingerpost_lesson::keep::keeping::{self, Keeping, Opening};
use fingerpost_lesson::wire::PreferencesData;
use gloo::events::EventListener;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The properties of the module `preferences`.
#[derive(Clone, PartialEq, Properties)]
pub struct PreferencesProps {
    /// The page's data.
    pub page: Rc<PreferencesData>,
    /// The element that the module stands in; none when the generator renders.
    #[prop_or_default]
    pub mount: Option<Element>,
}

/// What can happen to the module.
#[derive(Debug)]
pub enum Msg {
    /// Something happened to the ways in: switches, or a pointer that rests.
    Ways(Input),
    /// What is kept has been read.
    Opened(Opening),
}

/// The module `preferences`.
#[derive(Debug)]
pub struct PreferencesModule {
    ways: WaysIn,
    keeping: Keeping,
    _listeners: Vec<EventListener>,
}

impl Component for PreferencesModule {
    type Message = Msg;
    type Properties = PreferencesProps;

    fn create(ctx: &Context<Self>) -> PreferencesModule {
        PreferencesModule {
            ways: WaysIn::new(ctx.link().callback(Msg::Ways), &ctx.props().page.language),
            keeping: Keeping::default(),
            _listeners: Vec::new(),
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Ways(input) => {
                let is_wish = matches!(input, Input::Change(_) | Input::Key(..));
                let changed = self.ways.update(input, None);
                if is_wish && self.keeping.remembers {
                    let ways = self.ways.ways().clone();
                    self.keeping.keep_ways(&Device::open(), ways);
                }
                changed
            }
            Msg::Opened(opening) => {
                self.keeping = opening.keeping;
                self.ways.take_over(opening.ways);
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let page = &ctx.props().page;
        html! {
            <div class="player">
                { press_panel::bar(&self.ways, &page.strings, self.keeping.remembers) }
                <p role="status">{ self.keeping.trouble.map(|trouble| page.strings.trouble(trouble).to_owned()) }</p>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(mount) = &ctx.props().mount else { return };
        if first {
            self._listeners = self.ways.wake();
            ctx.link().send_message(Msg::Opened(keeping::open(&Device::open(), "")));
            let _ = mount.set_attribute("data-ready", "");
        } else {
            self.ways.rendered(None);
        }
    }
}
