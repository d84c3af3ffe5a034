//! Look and listen. The picture and the words are in the frame; on `together` the picture is pressed.

use crate::screen::Screen;
use fingerpost_lesson::attempt::Attempt;
use fingerpost_lesson::attempt::looked::Looked;
use fingerpost_lesson::path::Path;

/// Whether the picture has been pressed.
pub fn is_pressed(screen: &Screen<'_>) -> bool {
    matches!(screen.session.attempt(), Some(Attempt::Look(Looked { pressed: true })))
}

/// Whether the picture is there to be pressed and has not been. Nobody must: the scan only begins there.
pub fn waits_for_a_press(screen: &Screen<'_>) -> bool {
    screen.session.path() == Path::Together
        && matches!(screen.session.attempt(), Some(Attempt::Look(Looked { pressed: false })))
        && screen.session.step().is_some_and(|step| !step.pictures.is_empty())
}
