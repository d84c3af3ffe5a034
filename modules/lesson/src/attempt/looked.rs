//! Look and listen: nothing is asked, and on `together` the picture can be pressed.

/// What has been done in "look".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// Whether the picture has been pressed and has become the second one.
    pub pressed: bool,
}

impl Looked {
    /// The picture is pressed: it becomes the second one, and back.
    pub fn press(&mut self) {
        self.pressed = !self.pressed;
    }
}
