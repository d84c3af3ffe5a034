//! The files beside the pages: under names with a hash of their content, so that a browser may keep them for ever.

use super::Site;
use crate::embedded::{LISTEN_SCRIPT, PAGE_SCRIPT, PLAYER_SCRIPT, PLAYER_WASM, SEARCH_SCRIPT, STYLE};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// The paths of the assets.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The page script.
    pub script: String,
    /// The script that reads a page aloud, fetched when somebody asks for it.
    pub listen: String,
    /// The script of the search page.
    pub search: String,
    /// The player's script.
    pub player: String,
    /// The player.
    pub wasm: String,
}

impl Assets {
    /// Puts the assets into the site. The style sheet gets the setting's own colour at its end.
    pub fn put(site: &mut Site, colour: &str) -> Assets {
        let mut style = STYLE.bytes.to_vec();
        style.extend_from_slice(brand(colour).as_bytes());
        let style_path = format!("assets/style.{}.css", hash(&style));
        site.files.insert(style_path.clone(), Cow::Owned(style));
        let mut keep = |asset: &crate::embedded::Asset| {
            let path = format!("assets/{}", asset.name);
            site.files.insert(path.clone(), Cow::Borrowed(asset.bytes));
            path
        };
        Assets {
            style: style_path,
            script: keep(&PAGE_SCRIPT),
            listen: keep(&LISTEN_SCRIPT),
            search: keep(&SEARCH_SCRIPT),
            player: keep(&PLAYER_SCRIPT),
            wasm: keep(&PLAYER_WASM),
        }
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

/// The rule that carries the setting's colour, and the text colour (black or white) that can be read best on it. A colour that
/// is not `#rrggbb` gives no rule: the style sheet has one of its own.
fn brand(colour: &str) -> String {
    let Some([red, green, blue]) = channels(colour) else {
        return String::new();
    };
    let light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    // Contrast with white is 1.05 / (l + .05), with black (l + .05) / .05; they meet where (l + .05)^2 is .0525.
    let on = if (light + 0.05).powi(2) < 0.0525 { "#fff" } else { "#000" };
    format!(":root{{--brand:#{red:02x}{green:02x}{blue:02x};--on-brand:{on}}}\n")
}

fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// A channel as WCAG 2.2 counts its light.
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::brand;

    #[test]
    fn the_text_on_the_brand_colour_is_the_one_that_can_be_read() {
        assert_eq!(brand("#1d4f7c"), ":root{--brand:#1d4f7c;--on-brand:#fff}\n");
        assert_eq!(brand("#ffdd00"), ":root{--brand:#ffdd00;--on-brand:#000}\n");
    }

    #[test]
    fn what_is_no_colour_gives_no_rule() {
        for typed in ["", "red", "#fff", "#12345g", "}body{}", "#ééé"] {
            assert_eq!(brand(typed), "", "{typed}");
        }
    }
}
