//! What a file is, by its first bytes: whoever saved the logo sees its name, and not what it is.

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing in it.
    Empty,
    /// A drawing.
    Svg,
    /// A picture of points.
    Png,
    /// One that is no logo, in words.
    Other(&'static str),
}

/// How files of other kinds begin.
const BEGINNINGS: [(&[u8], &str); 12] = [
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"\0\0\x01\0", "an icon (ICO)"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"8BPS", "a Photoshop picture"),
    (b"%PDF", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"\x1f\x8b", "a compressed file (such as SVGZ)"),
    (b"PK\x03\x04", "a packed file (such as ZIP or Word)"),
    (b"\xd0\xcf\x11\xe0", "a document of an office program"),
];

impl Kind {
    /// The kind that an ending stands for, in small letters. Only these two can be logos.
    pub fn named(ending: &str) -> Option<Kind> {
        match ending {
            "svg" => Some(Kind::Svg),
            "png" => Some(Kind::Png),
            _ => None,
        }
    }

    /// What a file is.
    pub fn of(bytes: &[u8]) -> Kind {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Kind::Empty;
        }
        if bytes.starts_with(super::png::SIGNATURE) {
            return Kind::Png;
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Kind::Other("a WebP picture");
        }
        if bytes.get(4..8) == Some(b"ftyp") {
            return Kind::Other("an AVIF or HEIC picture");
        }
        if let Some((_, said)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
            return Kind::Other(said);
        }
        let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
        let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        match start.first() {
            _ if is_utf16 => Kind::Svg,
            Some(b'<') if is_web_page(start) => Kind::Other("a web page"),
            Some(b'<') => Kind::Svg,
            _ => Kind::Other("something else"),
        }
    }

    /// In words, behind "it is".
    pub fn said(self) -> &'static str {
        match self {
            Kind::Empty => "empty",
            Kind::Svg => "an SVG drawing",
            Kind::Png => "a PNG picture",
            Kind::Other(said) => said,
        }
    }
}

fn is_web_page(start: &[u8]) -> bool {
    let begins = |with: &[u8]| start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    begins(b"<!doctype html") || begins(b"<html")
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        for (bytes, kind) in [
            (&b""[..], Kind::Empty),
            (b" \r\n", Kind::Empty),
            (b"\x89PNG\r\n\x1a\n", Kind::Png),
            (b"\xff\xd8\xff\xe0", Kind::Other("a JPEG picture")),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Kind::Other("a WebP picture")),
            (b"\0\0\0\x1cftypavif", Kind::Other("an AVIF or HEIC picture")),
            (b"<!DOCTYPE HTML><p>", Kind::Other("a web page")),
            (b"\xef\xbb\xbf\n<?xml version='1.0'?><svg/>", Kind::Svg),
            (b"\xff\xfe<\0s\0v\0g\0", Kind::Svg),
            (b"just words", Kind::Other("something else")),
        ] {
            assert_eq!(Kind::of(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
