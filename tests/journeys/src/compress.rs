//! What is left of a file after brotli: as a host sends it, and as `weigh` counts it.

use brotli::enc::BrotliEncoderParams;

/// Bytes after brotli at its strongest, as of a file that a host compressed beforehand.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut small = Vec::new();
    let strongest = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut small, &strongest).expect("memory does not refuse to be written");
    small
}
