//! Which recordings a device asks for when somebody listens. They are files on a host, which may keep a list of what it was asked for, and no
//! address says on which path somebody learns. So what is asked for is the same on every path.

use crate::content::{Lesson, Moment};
use crate::path::Path;

/// The addresses of the recordings that are fetched together when somebody listens at the moment with this index: those of every path, of
/// the moment and of its neighbours that not every path has. Whoever learns on a path without such a neighbour asks for them here.
pub fn fetched_at(lesson: &Lesson, at: usize) -> impl Iterator<Item = &str> {
    let has = |path: Path| move |moment: &Moment| moment.on(path).is_some();
    let is_on_all = |index: &usize| {
        Path::ALL.into_iter().all(|path| has(path)(&lesson.moments[*index]) || !lesson.moments.iter().any(has(path)))
    };
    let count = lesson.moments.len();
    let first = (0..count.min(at + 1)).rev().find(is_on_all).unwrap_or(0);
    let end = (at + 1..count).find(is_on_all).unwrap_or(count);
    let steps = lesson.moments[first.min(end)..end].iter().flat_map(|moment| moment.steps.iter().flatten());
    steps.filter_map(|step| step.sound.as_deref())
}

#[cfg(test)]
mod tests {
    use super::fetched_at;
    use crate::content::{Activity, Lesson, Moment, Step};
    use crate::path::Path;

    /// A lesson whose moments are on these paths, by their numbers; a recording has the name of its moment and its path. An exclamation mark
    /// stands after a path that has none there.
    fn lesson(moments: &[&str]) -> Lesson {
        let step = |sound: Option<String>| Step {
            pictures: Vec::new(),
            say: Vec::new(),
            question: Vec::new(),
            hint: Vec::new(),
            activity: Activity::Look,
            after: Vec::new(),
            sound,
        };
        let moment = |(nth, paths): (usize, &&str)| {
            let on = |path: Path| {
                let number = path.index().to_string();
                let (_, rest) = paths.split_once(&number)?;
                Some(step((!rest.starts_with('!')).then(|| format!("{nth}.{number}"))))
            };
            Moment { id: nth.to_string(), title: nth.to_string(), steps: Path::ALL.map(on) }
        };
        Lesson { id: String::new(), title: String::new(), moments: moments.iter().enumerate().map(moment).collect() }
    }

    fn fetched(moments: &[&str], at: usize) -> String {
        fetched_at(&lesson(moments), at).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_recordings_of_every_path_come_together() {
        let moments = ["0123", "012!3", "0!1!2!3!"];
        assert_eq!([0, 1, 2].map(|at| fetched(&moments, at)), ["0.0 0.1 0.2 0.3", "1.0 1.1 1.3", ""]);
        // A lesson need not have every path.
        assert_eq!(fetched(&["12", "12"], 1), "1.1 1.2");
    }

    #[test]
    fn a_moment_that_not_every_path_has_comes_with_the_one_before() {
        let moments = ["01", "01", "1", "0", "01"];
        let with_neighbours = "1.0 1.1 2.1 3.0";
        assert_eq!(
            [0, 1, 2, 3, 4].map(|at| fetched(&moments, at)),
            ["0.0 0.1", with_neighbours, with_neighbours, with_neighbours, "4.0 4.1"]
        );
        // At the beginning there is none before.
        assert_eq!([0, 1, 2].map(|at| fetched(&["1", "0", "01"], at)), ["0.1 1.0", "0.1 1.0", "2.0 2.1"]);
        assert_eq!(fetched(&["1", "0"], 1), "0.1 1.0");
        assert_eq!(fetched(&[], 0), "");
    }
}
