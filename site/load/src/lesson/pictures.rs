//! The pictures of a step, a scene or a promise: paragraphs that hold images and nothing else.

use super::speech::Speaker;
use crate::syntax::ast::Inline;
use fingerpost_lesson::content::Picture;
use fingerpost_model::rules::Rule;

/// Whether a paragraph holds images and nothing else.
pub fn is_pictures(content: &[Inline]) -> bool {
    let is_blank = |inline: &Inline| match inline {
        Inline::Text(run) => run.text.trim().is_empty(),
        Inline::Break => true,
        _ => false,
    };
    let is_picture = |inline: &Inline| matches!(inline, Inline::Image(_));
    content.iter().any(is_picture) && content.iter().all(|inline| is_picture(inline) || is_blank(inline))
}

/// Adds the images of a paragraph.
pub fn add_pictures(content: &[Inline], pictures: &mut Vec<(Option<Picture>, usize)>, speaker: &mut Speaker<'_, '_>) {
    for inline in content {
        if let Inline::Image(image) = inline {
            pictures.push((speaker.picture(image), image.at));
        }
    }
}

/// Warns of pictures that would not be shown.
pub fn expect_few(pictures: &[(Option<Picture>, usize)], shown: usize, speaker: &mut Speaker<'_, '_>) {
    if let Some((_, at)) = pictures.get(shown) {
        let message = match shown {
            1 => "Only the first picture is shown here.".to_owned(),
            _ => format!("Only the first {shown} pictures are shown here."),
        };
        speaker.context.warning(*at, Rule::ExtraPicture, message, "Take this one out, or put it into a step of its own.");
    }
}
