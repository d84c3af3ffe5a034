//! What can happen to the ways in: what [`crate::keys`] hears, what time brings, and what a learner wishes in the panel.

use fingerpost_lesson::ways::{Change, Switch};
use web_sys::HtmlElement;

/// What can happen to the ways in.
#[derive(Clone, Debug)]
pub enum Input {
    /// Scanning on or off.
    Scan(bool),
    /// A switch goes down, in milliseconds of the page's clock.
    Down(Switch, u32),
    /// A switch is let go.
    Up(Switch),
    /// The page cannot see the hands any more.
    LetGo,
    /// The pointer is over a control, or over none.
    Over(Option<HtmlElement>),
    /// Something was pressed by other means.
    Pressed,
    /// Time has passed.
    Tick,
    /// The name of a thing has been spoken.
    CueSpoken,
    /// A wish to press in another way.
    Change(Change),
    /// The next key becomes this switch, or nothing does.
    ChooseKey(Option<Switch>),
    /// This key was pressed to become a switch.
    Key(Switch, String),
    /// "How I press" is opened or closed.
    Panel,
}

impl Input {
    /// Whether it is a wish to press in another way, which is kept where the device remembers.
    pub fn is_wish(&self) -> bool {
        matches!(self, Input::Change(_) | Input::Key(..))
    }
}
