//! A PNG, part by part. Of its parts only those are published that say how the picture looks: a text, a place or a day that a camera or a
//! program put into it is nobody's business, pictures that move are not wanted, and what follows the end is no part of it.

use super::picture::{Picture, Refusal};

/// How every PNG begins.
pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The parts that say how the picture looks.
const KEPT: [&[u8; 4]; 12] =
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"];

/// The longest side in points. A browser takes room for every one of them, and a logo is shown 3 rem high.
const LONGEST_SIDE: u32 = 4000;

const SAVE_AGAIN: &str = "Save the logo as PNG or SVG again.";

/// The picture as it is published.
pub fn read(bytes: &[u8]) -> Result<Picture, Refusal> {
    let damaged = |what: &str| Refusal::broken(0, format!("This PNG is damaged: {what}."), SAVE_AGAIN);
    let mut new = SIGNATURE.to_vec();
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or_else(|| damaged("it does not begin as one"))?;
    let mut header: Option<Header> = None;
    let (mut has_palette, mut has_points) = (false, false);
    loop {
        let part = Part::first(rest).ok_or_else(|| damaged("it ends before the picture does"))?;
        if !part.is_sound() {
            return Err(damaged("a part of it is not as it was saved"));
        }
        match (&part.name, &header) {
            (b"IHDR", None) => header = Some(Header::read(part.content).ok_or_else(|| damaged("its header makes no sense"))?),
            (b"IHDR", Some(_)) | (_, None) => return Err(damaged("its header is not at its beginning")),
            (b"PLTE", _) => has_palette = true,
            (b"IDAT", _) => has_points = true,
            (b"IEND", Some(header)) => {
                new.extend_from_slice(part.whole);
                if !has_points || (header.needs_palette && !has_palette) {
                    return Err(damaged("it holds no picture"));
                }
                return header.judged().map(|size| Picture { bytes: new, size: Some(size) });
            }
            (name, _) if name[0].is_ascii_uppercase() => return Err(damaged("it has a part that browsers do not know")),
            _ => {}
        }
        if KEPT.contains(&&part.name) {
            new.extend_from_slice(part.whole);
        }
        rest = &rest[part.whole.len()..];
    }
}

/// One part of the file.
struct Part<'b> {
    name: [u8; 4],
    content: &'b [u8],
    /// All its bytes: the length, the name, the content and the checksum.
    whole: &'b [u8],
}

impl<'b> Part<'b> {
    fn first(bytes: &'b [u8]) -> Option<Part<'b>> {
        let length = usize::try_from(number(bytes, 0)?).ok()?;
        let whole = bytes.get(..length.checked_add(12)?)?;
        Some(Part { name: whole.get(4..8)?.try_into().ok()?, content: &whole[8..8 + length], whole })
    }

    fn is_sound(&self) -> bool {
        let end = self.whole.len() - 4;
        number(self.whole, end) == Some(checksum(&self.whole[4..end]))
    }
}

/// What the header says.
struct Header {
    width: u32,
    height: u32,
    needs_palette: bool,
}

impl Header {
    /// Nothing where it says what the standard does not know.
    fn read(content: &[u8]) -> Option<Header> {
        let &[_, _, _, _, _, _, _, _, depth, colour, 0, 0, 0 | 1] = content else { return None };
        let depths: &[u8] = match colour {
            0 => &[1, 2, 4, 8, 16],
            3 => &[1, 2, 4, 8],
            2 | 4 | 6 => &[8, 16],
            _ => return None,
        };
        let header = Header { width: number(content, 0)?, height: number(content, 4)?, needs_palette: colour == 3 };
        depths.contains(&depth).then_some(header)
    }

    fn judged(&self) -> Result<(u32, u32), Refusal> {
        let (width, height) = (self.width, self.height);
        if (1..=LONGEST_SIDE).contains(&width) && (1..=LONGEST_SIDE).contains(&height) {
            return Ok((width, height));
        }
        let message = format!("This picture is {width} × {height} points, and a logo has 1 to {LONGEST_SIDE} on each side.");
        Err(Refusal::broken(0, message, "Save it smaller: 300 points high are enough."))
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// CRC-32, as the standard has it.
pub fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}

#[cfg(test)]
mod tests {
    use super::{SIGNATURE, read};
    use crate::setting::logo::png_made::{file, header, part, point};

    #[test]
    fn what_says_how_it_looks_is_kept_and_nothing_else() {
        let (idat, end) = (part(b"IDAT", b"points"), part(b"IEND", b""));
        let gamma = part(b"gAMA", &[0, 0, 0xb1, 0x8f]);
        let moves = part(b"acTL", &[0; 8]);
        let text = part(b"tEXt", b"Author\0Somebody");
        let all = [header(30, 20, 6), text.clone(), gamma.clone(), moves, idat.clone(), text, end.clone()];
        let picture = read(&[file(&all), b"<script>".to_vec()].concat()).unwrap();
        assert_eq!(picture.bytes, file(&[header(30, 20, 6), gamma, idat, end]));
        assert_eq!(picture.size, Some((30, 20)));
        assert_eq!(read(&picture.bytes).unwrap(), picture, "what was published is published again");
    }

    #[test]
    fn what_is_not_whole_is_refused_with_the_cause() {
        let (idat, end) = (part(b"IDAT", b"points"), part(b"IEND", b""));
        let whole = file(&[header(30, 20, 6), idat.clone(), end.clone()]);
        let mut flipped = whole.clone();
        flipped[60] ^= 1;
        for (bytes, said) in [
            (whole[..whole.len() - 12].to_vec(), "ends before"),
            (whole[..40].to_vec(), "ends before"),
            (SIGNATURE.to_vec(), "ends before"),
            (flipped, "not as it was saved"),
            (file(&[idat.clone(), header(1, 1, 2), end.clone()]), "header is not at its beginning"),
            (file(&[header(1, 1, 2), header(1, 1, 2), end.clone()]), "header is not at its beginning"),
            (file(&[header(1, 1, 5), idat.clone(), end.clone()]), "makes no sense"),
            (file(&[header(1, 1, 2), end.clone()]), "no picture"),
            (file(&[header(1, 1, 3), idat.clone(), end.clone()]), "no picture"),
            (file(&[header(1, 1, 2), part(b"CgBI", b""), idat.clone(), end.clone()]), "browsers do not know"),
            (file(&[header(0, 0, 2), idat.clone(), end.clone()]), "0 × 0 points"),
            (file(&[header(60_000, 60_000, 2), idat.clone(), end.clone()]), "60000 × 60000 points"),
            (file(&[header(u32::MAX, 1, 2), idat, end]), "points"),
            ([SIGNATURE, &u32::MAX.to_be_bytes(), b"IHDR"].concat(), "ends before"),
        ] {
            let refusal = read(&bytes).expect_err(said);
            assert!(refusal.message.contains(said), "{}, not {said}", refusal.message);
        }
        assert!(read(&point()).is_ok());
    }
}
