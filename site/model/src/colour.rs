//! Colours: contrast as WCAG 2.2 counts it, and the nearest colour of the same hue that meets a condition.
//!
//! Lightness is changed in OKLCH, where equal steps look equal and a hue stays what it is; in HSL a blue that is made lighter turns
//! violet. Björn Ottosson's matrices: <https://bottosson.github.io/posts/oklab/>.

use std::fmt;

/// A colour of the screen: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub(crate) [u8; 3]);

/// How fine the search for another lightness is: a step that can hardly be seen.
const STEPS: u16 = 400;

impl Colour {
    /// White.
    pub(crate) const WHITE: Colour = Colour([0xff; 3]);
    /// Near-black: softer than black on a bright ground, and as dark as text has to be.
    pub const INK: Colour = Colour([0x0b, 0x0c, 0x0c]);
    /// Black.
    pub(crate) const BLACK: Colour = Colour([0; 3]);

    /// A colour typed as `#rrggbb`.
    pub fn parse(typed: &str) -> Option<Colour> {
        let digits = typed.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Colour([channel(0)?, channel(2)?, channel(4)?]))
    }

    /// The contrast of two colours, from 1 to 21.
    pub(crate) fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(two) / one.min(two)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The colour of the same hue, as like this one in lightness as can be, that meets the condition. There may be none.
    pub(crate) fn nearest(self, passes: impl Fn(Colour) -> bool) -> Option<Colour> {
        if passes(self) {
            return Some(self);
        }
        let [lightness, chroma, hue] = self.oklch();
        let step = |count: u16| f64::from(count) / f64::from(STEPS);
        (1..=STEPS)
            .flat_map(|count| [lightness - step(count), lightness + step(count)])
            .filter(|lightness| (0.0..=1.0).contains(lightness))
            .map(|lightness| Colour::within(lightness, chroma, hue))
            .find(|colour| passes(*colour))
    }

    fn oklch(self) -> [f64; 3] {
        let [red, green, blue] = self.0.map(linear);
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785 * middle - 0.004_072_046_8 * short;
        let a = 1.977_998_495_1 * long - 2.428_592_205 * middle + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766 * short;
        [lightness, a.hypot(b), b.atan2(a)]
    }

    /// The colour of this lightness and hue, as full as a screen can show it.
    fn within(lightness: f64, chroma: f64, hue: f64) -> Colour {
        let fits = |channels: &[f64; 3]| channels.iter().all(|channel| (-0.000_1..=1.000_1).contains(channel));
        let fading = (0..=100_u8).rev().map(|share| from_oklch(lightness, chroma * f64::from(share) / 100.0, hue));
        let shown = fading.into_iter().find(fits).unwrap_or([lightness; 3]);
        Colour(shown.map(encoded))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

fn from_oklch(lightness: f64, chroma: f64, hue: f64) -> [f64; 3] {
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let middle = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    [
        4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701 * short,
    ]
}

/// A channel's light, as WCAG 2.2 counts it.
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// The channel that gives this much light.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value is between 0 and 255")]
fn encoded(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let share = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (share * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn colour(typed: &str) -> Colour {
        Colour::parse(typed).unwrap()
    }

    /// Ratios as published: WCAG's own examples of greys on white, and the extremes.
    #[test]
    fn contrast_is_what_wcag_says() {
        for (one, two, ratio) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#767676", "#ffffff", 4.54),
            ("#959595", "#ffffff", 2.99),
            ("#949494", "#ffffff", 3.03),
            ("#595959", "#ffffff", 7.0),
            ("#0000ff", "#ffffff", 8.59),
            ("#ff0000", "#ffffff", 4.0),
            ("#ffff00", "#ffffff", 1.07),
        ] {
            let counted = colour(one).contrast(colour(two));
            assert!((counted - ratio).abs() < 0.01, "{one} on {two}: {counted}");
            assert!((colour(two).contrast(colour(one)) - counted).abs() < 1e-9, "either way round");
        }
    }

    #[test]
    fn what_is_no_colour_is_not_read() {
        for typed in ["", "red", "#fff", "#12345g", "}body{}", "#ééé", "123456"] {
            assert_eq!(Colour::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_colour_goes_to_oklch_and_back() {
        for typed in ["#000000", "#ffffff", "#1d4f7c", "#ff0000", "#00ff00", "#0000ff", "#ffdd00", "#808080"] {
            let [lightness, chroma, hue] = colour(typed).oklch();
            assert_eq!(Colour::within(lightness, chroma, hue).to_string(), typed);
        }
    }

    #[test]
    fn the_nearest_colour_passes_keeps_its_hue_and_a_step_less_would_not_pass() {
        let passes = |colour: Colour| colour.contrast(Colour::WHITE) >= 7.0;
        for typed in ["#2a7de1", "#d4351c", "#ffdd00", "#00703c", "#f499be", "#999999"] {
            let nearest = colour(typed).nearest(passes).unwrap();
            let ratio = nearest.contrast(Colour::WHITE);
            assert!((7.0..7.3).contains(&ratio), "{typed} gives {nearest}, {ratio}");
            let ([_, chroma, before], [_, _, after]) = (colour(typed).oklch(), nearest.oklch());
            assert!(chroma < 0.001 || (before - after).abs() < 0.05, "{typed} gives {nearest}");
        }
        assert_eq!(colour("#123456").nearest(passes), Some(colour("#123456")), "what passes stays");
        assert_eq!(colour("#123456").nearest(|_| false), None);
    }
}
