//! A setting's logo: an SVG or PNG file beside setting.toml. Every page shows it as an image, in which browsers run nothing and fetch
//! nothing; but the file can also be opened by itself. So what is published is never the file as it came: it is written anew from what was
//! understood of it.
//!
//! 1. [`kind`]: what a file is by its first bytes, whatever its name says.
//! 2. [`png`]: the parts of a PNG, of which those that say something about the picture are kept.
//! 3. [`svg`]: a drawing, of which the elements and attributes of [`vocabulary`] and the styles of [`css`] are kept, as far as [`parts`] finds
//!    that a browser can draw them.

mod css;
mod kind;
mod parts;
mod picture;
mod png;
#[cfg(test)]
mod png_made;
mod svg;
#[cfg(test)]
mod svg_tests;
mod vocabulary;

use crate::source::file::SourceFile;
use crate::source::sources::LogoFile;
use crate::syntax::table::Spanned;
use fingerpost_model::Logo;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use kind::Kind;
use picture::{Picture, Refusal};
use std::sync::Arc;

/// Every page loads the logo, and a drawing of a few shapes is far smaller.
const LARGEST: usize = 30_000;

/// The largest file that is looked at, in bytes.
pub const MOST: usize = 1_000_000;

/// Understands the logo that setting.toml names.
pub fn read(name: &Spanned<String>, logo: &LogoFile, file: &SourceFile, found: &mut Vec<Finding>) -> Option<Logo> {
    let is_name = !name.value.contains(['/', '\\', ':']) && !name.value.starts_with('.');
    let ending = name.value.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let (true, Some(named)) = (is_name, Kind::named(&ending)) else {
        let message = format!("\"{}\" is not the name of a logo.", name.value);
        let help = "Put an SVG or PNG file beside setting.toml and type its name, like logo = \"logo.svg\".";
        found.push(file.error(name.at, Rule::BadValue, message, help));
        return None;
    };
    let bytes = match logo {
        LogoFile::Bytes(bytes) => bytes,
        LogoFile::Absent { beside } => {
            let message = format!("There is no file \"{}\" beside this file.", name.value);
            let help = match beside[..] {
                [] => "Put the logo there, or take the line out.".to_owned(),
                _ => did_you_mean(&name.value, beside.iter().map(String::as_str)),
            };
            found.push(file.error(name.at, Rule::MissingFile, message, help));
            return None;
        }
        LogoFile::Elsewhere => {
            let message = format!("\"{}\" is a link to another place, which is not followed.", name.value);
            found.push(file.error(name.at, Rule::PathOutside, message, "Put a copy of the logo beside this file."));
            return None;
        }
        LogoFile::Unreadable(why) => {
            let message = format!("\"{}\" cannot be read: {why}.", name.value);
            found.push(file.error(name.at, Rule::UnreadableFile, message, "Look who may read it, and whether it is a file."));
            return None;
        }
    };
    let shown: Arc<str> = Arc::from(name.value.as_str());
    match picture(named, bytes) {
        Ok(Picture { bytes, size }) => {
            if bytes.len() > LARGEST {
                let message = format!("The logo has {} KB, and every page loads it.", bytes.len().div_ceil(1000));
                let help = format!("Save it smaller than {} KB.", LARGEST / 1000);
                found.push(Finding::warning(Place::start_of(&shown), Rule::LogoSize, message, help));
            }
            Some(Logo { ending, bytes, size })
        }
        Err(Refusal { at, rule, message, help }) => {
            let text = String::from_utf8_lossy(bytes);
            found.push(Finding::error(Place::at(&shown, &text, at), rule, message, help));
            None
        }
    }
}

fn picture(named: Kind, bytes: &[u8]) -> Result<Picture, Refusal> {
    if bytes.len() > MOST {
        let message = format!("The logo has more than {} KB, and every page loads it.", MOST / 1000);
        return Err(Refusal { at: 0, rule: Rule::LogoSize, message, help: "Save it smaller than 30 KB." });
    }
    let is = Kind::of(bytes);
    match (named, is) {
        (Kind::Svg, Kind::Svg) => svg::read(bytes),
        (Kind::Png, Kind::Png) => png::read(bytes),
        (_, Kind::Empty) => Err(Refusal::broken(0, "This file is empty.", "Save the logo again, or copy it here once more.")),
        _ => {
            let message = format!("This file is named as {}, but it is {}.", named.said(), is.said());
            let help = match is {
                Kind::Svg => "Give it the ending .svg, here and in setting.toml.",
                Kind::Png => "Give it the ending .png, here and in setting.toml.",
                _ => "Open it in a program for pictures and save it as PNG. A new name alone does not change what it is.",
            };
            Err(Refusal::broken(0, message, help))
        }
    }
}
