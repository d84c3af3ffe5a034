//! What becomes of a logo: the picture that is published, or the reason why none is.

use fingerpost_model::rules::Rule;

/// What a file has become that can be published.
#[derive(Debug, PartialEq)]
pub struct Picture {
    /// The new file.
    pub bytes: Vec<u8>,
    /// Its width and height, where it says them.
    pub size: Option<(u32, u32)>,
}

/// Why a file cannot be published.
#[derive(Debug, PartialEq)]
pub struct Refusal {
    /// Where in its text, in bytes.
    pub at: usize,
    /// The rule that is broken.
    pub rule: Rule,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

impl Refusal {
    /// It is whole, and holds something that a picture does not need.
    pub fn unsafe_part(at: usize, what: &str) -> Refusal {
        let message = format!("The logo holds {what}, which a picture does not need.");
        Refusal { at, rule: Rule::LogoUnsafe, message, help: "Take it out, or save the logo as a plain SVG or as a PNG." }
    }

    /// It is not a whole file of its kind.
    pub fn broken(at: usize, message: impl Into<String>, help: &'static str) -> Refusal {
        Refusal { at, rule: Rule::LogoBroken, message: message.into(), help }
    }
}
