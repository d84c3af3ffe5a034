//! PNG files that the tests make, part by part.

use super::png::{SIGNATURE, checksum};

pub fn part(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [&name[..], content].concat();
    [&(content.len() as u32).to_be_bytes()[..], &named, &checksum(&named).to_be_bytes()].concat()
}

pub fn header(width: u32, height: u32, colour: u8) -> Vec<u8> {
    part(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, colour, 0, 0, 0]].concat())
}

pub fn file(parts: &[Vec<u8>]) -> Vec<u8> {
    [SIGNATURE.to_vec(), parts.concat()].concat()
}

/// A picture of one red point.
pub fn point() -> Vec<u8> {
    let points = b"\x78\x9c\x63\xf8\xcf\xc0\0\0\x03\x01\x01\0";
    file(&[header(1, 1, 2), part(b"IDAT", points), part(b"IEND", b"")])
}
