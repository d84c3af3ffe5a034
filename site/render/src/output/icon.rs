//! What the site's icon is.

use crate::part::shapes;
use fingerpost_model::colour::Colour;

/// The fingerpost in white on the setting's colour, which can be seen whatever the colours of the browser.
pub fn icon(colour: &str) -> String {
    let ground = Colour::parse(colour).unwrap_or(Colour::INK);
    let post = shapes::FINGERPOST;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 40 40\"><rect x=\"-4\" y=\"-4\" width=\"40\" height=\"40\" rx=\"8\" \
         fill=\"{ground}\"/><path fill=\"#fff\" d=\"{post}\"/></svg>\n"
    )
}
