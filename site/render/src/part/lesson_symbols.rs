//! Which symbols a lesson shows, and which one stands for it.

use fingerpost_lesson::content::{Activity, Lesson};

/// Calls back for every symbol of the lesson, on all its paths.
pub fn symbols_of<'a>(lesson: &'a Lesson, each: &mut dyn FnMut(&'a str)) {
    for step in lesson.moments.iter().flat_map(|moment| moment.steps.iter().flatten()) {
        if matches!(step.activity, Activity::People(_) | Activity::Promise(_)) {
            each(fingerpost_player::PRINT_SYMBOL);
        }
        step.symbols().for_each(&mut *each);
    }
}

/// The picture that stands for a lesson: the last one of its first step, which is what helps.
pub fn first_picture(lesson: &Lesson) -> Option<&str> {
    let steps = lesson.moments.first()?.steps.iter().flatten();
    steps.filter_map(|step| step.pictures.last()).map(|picture| picture.symbol.as_str()).next()
}
