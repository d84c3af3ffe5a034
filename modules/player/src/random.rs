//! Chance, from the browser's own source for secrets.

use fingerpost_lesson::password::WORDS;
use gloo::utils::window;

/// A number for a draw that has nothing secret. The clock's does where the browser gives no other.
pub fn seed() -> u32 {
    numbers().map_or_else(crate::files::seed, |[number, ..]| number)
}

/// Random numbers for the words of a password; `None` where the browser gives none, and then no word is drawn.
pub fn numbers() -> Option<[u32; WORDS]> {
    let mut bytes = [0; WORDS * 4];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    let mut numbers = [0; WORDS];
    for (number, bytes) in numbers.iter_mut().zip(bytes.chunks_exact(4)) {
        *number = bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    }
    Some(numbers)
}
