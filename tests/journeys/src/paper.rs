//! What stands on paper: the words of each side of the PDF that Chromium prints.
//!
//! It reads what Chromium writes and no other PDF: objects one after another, a text operator a line, and for each font the list by which its
//! signs become words again (`ToUnicode`).

use flate2::read::ZlibDecoder;
use std::collections::BTreeMap;
use std::io::Read;

/// Signs of several letters, which print as one.
const JOINED: [(&str, &str); 5] =
    [("\u{fb00}", "ff"), ("\u{fb01}", "fi"), ("\u{fb02}", "fl"), ("\u{fb03}", "ffi"), ("\u{fb04}", "ffl")];

/// Reads the words of each side, in the order in which they were written; of spaces only the first of several.
pub fn sides(pdf: &[u8]) -> Vec<String> {
    let objects = objects(pdf);
    let pages = objects.values().filter(|object| object.is("/Type /Page\n"));
    let mut sides: Vec<(usize, String)> = pages.map(|page| (page.at, side(page, &objects))).collect();
    sides.sort_unstable();
    sides.into_iter().map(|(_, words)| words).collect()
}

/// An object of the file: its dictionary, and what it holds.
struct Object {
    at: usize,
    dictionary: String,
    stream: String,
}

impl Object {
    fn is(&self, part: &str) -> bool {
        self.dictionary.contains(part)
    }

    /// The number of the object that a key of the dictionary refers to.
    fn refers(&self, key: &str) -> Option<u32> {
        self.dictionary.split_once(key)?.1.split_whitespace().next()?.parse().ok()
    }
}

fn objects(pdf: &[u8]) -> BTreeMap<u32, Object> {
    let mut found = BTreeMap::new();
    let mut at = 0;
    while let Some(begin) = find(pdf, b" 0 obj\n", at) {
        let number = pdf[..begin].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let number = String::from_utf8_lossy(&pdf[begin - number..begin]).parse().unwrap_or_default();
        let begin = begin + 7;
        let end = find(pdf, b"endobj", begin).unwrap_or(pdf.len());
        let body = &pdf[begin..end];
        let (dictionary, stream) = match find(body, b"stream\n", 0) {
            Some(stream) => (&body[..stream], &body[stream + 7..]),
            None => (body, &body[..0]),
        };
        let dictionary = String::from_utf8_lossy(dictionary).into_owned();
        let mut bytes = Vec::new();
        if dictionary.contains("/FlateDecode") && !dictionary.contains("/Length1") && !dictionary.contains("/Image") {
            let _ = ZlibDecoder::new(stream).read_to_end(&mut bytes);
        } else if !dictionary.contains("/Filter") {
            bytes = stream.to_vec();
        }
        found.insert(number, Object { at: begin, dictionary, stream: String::from_utf8_lossy(&bytes).into_owned() });
        at = end;
    }
    found
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    bytes[from..].windows(what.len()).position(|here| here == what).map(|at| at + from)
}

fn side(page: &Object, objects: &BTreeMap<u32, Object>) -> String {
    let mut words = String::new();
    let contents = page.refers("/Contents ").and_then(|number| objects.get(&number));
    if let Some(contents) = contents {
        write(&contents.stream, page, objects, &mut words);
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    JOINED.into_iter().fold(words, |words, (one, letters)| words.replace(one, letters))
}

/// Adds the words of a stream, and of the drawings that it uses.
fn write(stream: &str, of: &Object, objects: &BTreeMap<u32, Object>, words: &mut String) {
    let named = |name: &str| of.refers(&format!("{name} ")).and_then(|number| objects.get(&number));
    let mut signs = Signs::default();
    for line in stream.lines() {
        if let Some(name) = line.strip_suffix(" Do") {
            if let Some(drawing) = named(name) {
                write(&drawing.stream, drawing, objects, words);
            }
        } else if line.ends_with(" Tf") {
            let font = line.split(' ').next().and_then(named);
            signs = font.and_then(|font| objects.get(&font.refers("/ToUnicode ")?)).map_or_else(Signs::default, Signs::read);
        } else if line.ends_with(" Tj") || line.ends_with(" TJ") {
            line.split('<').skip(1).filter_map(|rest| rest.split('>').next()).for_each(|codes| signs.write(codes, words));
        } else if line == "ET" {
            words.push(' ');
        }
    }
}

/// What the signs of a font stand for, by their codes, which all have as many digits.
#[derive(Default)]
struct Signs {
    digits: usize,
    words: BTreeMap<u32, String>,
}

impl Signs {
    fn read(list: &Object) -> Signs {
        let mut signs = Signs::default();
        for line in list.stream.lines() {
            let parts: Vec<&str> = line.split(['<', '>', ' ']).filter(|part| !part.is_empty()).collect();
            match parts[..] {
                // The space of codes has two numbers too.
                [first, last] if line.starts_with('<') && (first, last) != ("0000", "FFFF") && (first, last) != ("00", "FF") => {
                    signs.add(first, 0, last);
                }
                [first, last, words] if line.starts_with('<') => {
                    (0..=number(last).saturating_sub(number(first))).for_each(|nth| signs.add(first, nth, words));
                }
                _ => {}
            }
        }
        signs
    }

    fn add(&mut self, code: &str, nth: u32, words: &str) {
        let mut units: Vec<u16> = (0..words.len() / 4).map(|unit| number(&words[4 * unit..4 * unit + 4]) as u16).collect();
        if let Some(last) = units.last_mut() {
            *last += nth as u16;
        }
        self.digits = code.len();
        self.words.insert(number(code) + nth, String::from_utf16_lossy(&units));
    }

    fn write(&self, codes: &str, words: &mut String) {
        if self.digits == 0 {
            return;
        }
        for at in (0..codes.len() / self.digits).map(|nth| nth * self.digits) {
            words.push_str(self.words.get(&number(&codes[at..at + self.digits])).map_or("", String::as_str));
        }
    }
}

fn number(digits: &str) -> u32 {
    u32::from_str_radix(digits, 16).unwrap_or_default()
}
