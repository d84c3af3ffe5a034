//! Which symbols a lesson shows, and which one stands for it.

use fingerpost_lesson::content::{Activity, Lesson, Text};

/// Calls back for every symbol of the lesson, on all its paths.
pub fn symbols_of<'a>(lesson: &'a Lesson, each: &mut dyn FnMut(&'a str)) {
    for step in lesson.moments.iter().flat_map(|moment| moment.steps.iter().flatten()) {
        if matches!(step.activity, Activity::People(_) | Activity::Promise(_)) {
            each(fingerpost_player::PRINT_SYMBOL);
        }
        let mut texts: Vec<&Text> = vec![&step.question, &step.hint, &step.after];
        texts.extend(&step.say);
        texts.extend(step.activity.texts());
        let pictures = step.pictures.iter().chain(step.activity.pictures());
        pictures.for_each(|picture| each(&picture.symbol));
        texts
            .into_iter()
            .flatten()
            .flat_map(|sentence| &sentence.0)
            .filter_map(|span| span.symbol.as_deref())
            .for_each(&mut *each);
    }
}

/// The picture that stands for a lesson: the last one of its first step, which is what helps.
pub fn first_picture(lesson: &Lesson) -> Option<&str> {
    let steps = lesson.moments.first()?.steps.iter().flatten();
    steps.filter_map(|step| step.pictures.last()).map(|picture| picture.symbol.as_str()).next()
}
