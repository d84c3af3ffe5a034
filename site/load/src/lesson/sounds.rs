//! Recorded sound: `sounds/LESSON/PATH/MOMENT.mp3` is somebody who reads aloud what that step says. The setting's own recording comes before
//! a shared one.

use crate::source::content_files::ContentFiles;
use crate::source::sound_file::{FOLDER, LARGEST, SoundFile};
use fingerpost_lesson::path::Path;
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{LessonPage, Sound};
use std::sync::Arc;

/// The endings of what browsers can play.
const ENDINGS: [&str; 4] = ["mp3", "m4a", "ogg", "wav"];

/// Gives every recording to its step. Of the content files the setting's own recordings come first. `is_absent` knows the moments that are written and do
/// not hold in this setting: their recordings wait without a word, as they do.
pub fn put(content_files: &ContentFiles, lessons: &mut [LessonPage], is_absent: impl Fn(&str) -> bool, found: &mut Vec<Finding>) {
    for file in &content_files.sounds {
        match sound(file, content_files, lessons, &is_absent) {
            Ok(Some((page, sound))) => page.sounds.push(sound),
            Ok(None) => {}
            Err((rule, message, help)) => {
                found.push(Finding::error(Place::start_of(&Arc::from(file.shown.as_str())), rule, message, help));
            }
        }
    }
}

type Refusal = (Rule, String, String);

/// The recording, and the lesson that it belongs to; none where this setting has no use for it, and that is no mistake.
fn sound<'p>(
    file: &SoundFile,
    content_files: &ContentFiles,
    lessons: &'p mut [LessonPage],
    is_absent: &impl Fn(&str) -> bool,
) -> Result<Option<(&'p mut LessonPage, Sound)>, Refusal> {
    let stray = |message: String, help: &str| Err((Rule::SoundPlace, message, help.to_owned()));
    let parts: Vec<&str> = file.logical[FOLDER.len()..].split('/').collect();
    let [lesson, path, name] = parts[..] else {
        let message = "This file is not in the folder of a lesson and a path.".to_owned();
        return stray(message, "Move it to a place like sounds/tell-someone/symbols/help.mp3.");
    };
    let Some((moment, ending)) = name.rsplit_once('.').filter(|(_, ending)| ENDINGS.contains(ending)) else {
        let message = "Browsers cannot be trusted to play a file with this ending.".to_owned();
        let help = format!("Save the recording as one of these: .{}.", ENDINGS.join(", ."));
        return Err((Rule::SoundEnding, message, help));
    };
    if file.bytes.len() > LARGEST {
        let message = format!("This recording has more than {} MB.", LARGEST / 1_000_000);
        return Err((Rule::SoundSize, message, "Save it as speech, mono, with 64 kbit/s or less.".to_owned()));
    }
    let Some(path) = Path::from_id(path) else {
        let paths = Path::ALL.map(Path::id).join(", ");
        return stray(format!("There is no path \"{path}\"."), &format!("Name the folder as one of these: {paths}."));
    };
    let Some(page) = lessons.iter_mut().find(|page| page.lesson.id == lesson) else {
        return match content_files.lessons.iter().any(|file| file.stem() == lesson) {
            // The lesson is written, and this setting does not take it, or not yet.
            true => Ok(None),
            false => stray(format!("There is no lesson \"{lesson}\"."), "Name the folder as the file of the lesson is named."),
        };
    };
    let is_own_lesson = *page.place.file == *format!("lessons/{lesson}.md");
    if is_own_lesson && !file.is_own() {
        // The setting's own words stand in the place of those that the shared recording reads.
        return Ok(None);
    }
    let Some(index) = page.lesson.moments.iter().position(|other| other.id == moment) else {
        return match is_absent(moment) {
            true => Ok(None),
            false => stray(format!("The lesson has no moment \"{moment}\"."), "Name the file as the #id of the moment."),
        };
    };
    if page.lesson.moments[index].on(path).is_none() {
        let message = format!("The moment \"{moment}\" has nothing on the path \"{}\".", path.id());
        return stray(message, "Move it to the path that it reads, or take it out.");
    }
    match page.sounds.iter().find(|other| (other.moment, other.path) == (index, path)) {
        Some(other) if other.is_own == file.is_own() => {
            let message = format!("This step has a recording that ends in .{} already.", other.ending);
            stray(message, "Take one of the two out.")
        }
        Some(_) => Ok(None),
        None => {
            let sound =
                Sound { moment: index, path, ending: ending.to_owned(), is_own: file.is_own(), bytes: file.bytes.clone() };
            Ok(Some((page, sound)))
        }
    }
}
