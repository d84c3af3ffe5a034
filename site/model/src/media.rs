//! The kinds of files that a site is made of. A host must give out every one of them; docs/hosting.md lists them from here, and a test holds it to that.

/// Each ending of a file with its media type.
pub const TYPES: [(&str, &str); 15] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("dat", "application/octet-stream"),
    ("txt", "text/plain; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("xml", "application/xml"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("wav", "audio/wav"),
];

/// The media type of a file. One without an ending of the list, such as `_headers`, is text.
pub fn type_of(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    TYPES.iter().find(|(known, _)| *known == ending).map_or("text/plain; charset=utf-8", |(_, media)| media)
}
