//! Find in a picture. Where its parts lie stands after their words, `(top left)`, and so reads well in any viewer of Markdown.

use super::choices;
use super::speech::Speaker;
use crate::syntax::ast::{Block, Inline, Item, List};
use crate::syntax::mapped_text::MappedText;
use fingerpost_lesson::content::{Activity, Find, PLACES};
use fingerpost_model::finding::did_you_mean;
use fingerpost_model::rules::Rule;

/// Reads the parts of a picture: in reading order, and either all with a place of their own or none.
pub fn find(list: &List, speaker: &mut Speaker<'_, '_>) -> Activity {
    let mut list = list.clone();
    let typed: Vec<Option<MappedText>> = list.items.iter_mut().map(cut).collect();
    let parts = choices::parts(&list, "find", "what is asked for", PLACES.len(), speaker);
    let places = if typed.iter().any(Option::is_some) { places(&list, &typed, speaker) } else { Some(Vec::new()) };
    Activity::Find(Find { parts, places: places.unwrap_or_default() })
}

/// Takes the place off the end of a part's words.
fn cut(item: &mut Item) -> Option<MappedText> {
    let Some(Block::Paragraph { content, .. }) = item.blocks.first_mut() else { return None };
    let Some(Inline::Text(words)) = content.last_mut() else { return None };
    let end = words.text.trim_end().strip_suffix(')')?.len();
    let start = words.text[..end].rfind('(')?;
    let place = words.slice(start + 1..end).trimmed();
    *words = words.slice(0..words.text[..start].trim_end().len());
    Some(place)
}

/// Where the parts lie. `None` when a place is missing, unknown or out of order, which is reported.
fn places(list: &List, typed: &[Option<MappedText>], speaker: &mut Speaker<'_, '_>) -> Option<Vec<usize>> {
    let mut places = Vec::new();
    let mut is_sound = true;
    for (item, place) in list.items.iter().zip(typed) {
        let Some(place) = place else {
            is_sound = false;
            let message = "This part has no place in the picture, and another has.";
            speaker.error(
                item.at,
                Rule::PartWithoutPlace,
                message,
                "Type one after its words, such as (top left), or take the others out.",
            );
            continue;
        };
        let Some(index) = PLACES.iter().position(|known| *known == place.text) else {
            is_sound = false;
            let message = format!("\"{}\" is not a place in a picture.", place.text);
            speaker.error(place.at(0), Rule::UnknownPlace, message, did_you_mean(&place.text, PLACES));
            continue;
        };
        if let Some(before) = places.last().filter(|before| **before >= index) {
            is_sound = false;
            let message =
                format!("\"{}\" does not come after \"{}\", where the part before it lies.", place.text, PLACES[*before]);
            let help = "Put the parts in reading order, from top left to bottom right, each in a place of its own.";
            speaker.error(place.at(0), Rule::PlaceOrder, message, help);
        }
        places.push(index);
    }
    is_sound.then_some(places)
}
