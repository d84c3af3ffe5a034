//! The themes' grounds, and what a setting's own colour becomes in each of them.
//!
//! In the light themes the colour is used as it is typed: it has to carry text (7:1), and to stand out from every light paper (3:1). No
//! colour can do both there and stand out from dark paper too, so the dark themes get the nearest one of the same hue that does. Links
//! are words, so they get the nearest one that is 7:1 on every ground of their theme.

use crate::colour::Colour;
use std::fmt;

/// What the text on a colour needs.
const TEXT: f64 = 7.0;
/// What a part that has to be seen needs.
const PART: f64 = 3.0;
/// What a reader who asks for high contrast gets.
const HIGH: f64 = 10.0;

/// A way in which the site can look.
#[derive(Debug)]
struct Theme {
    /// What the style sheet calls it.
    name: &'static str,
    /// The rule in which its variables stand, up to the first brace and after the last.
    rule: (&'static str, &'static str),
    /// What links and coloured parts stand on; the paper is the first.
    grounds: &'static [Colour],
    /// Whether the setting's colour is used as it is typed.
    as_typed: bool,
    /// What a link needs.
    link: f64,
}

/// Every theme, in the order of the style sheet. A test holds the grounds to those of the style sheet.
static THEMES: [Theme; 7] = [
    Theme { name: "light", rule: (":root", ""), grounds: &LIGHT, as_typed: true, link: TEXT },
    Theme { name: "cream", rule: ("[data-theme=cream]", ""), grounds: &CREAM, as_typed: true, link: TEXT },
    Theme { name: "dark", rule: ("[data-theme=dark]", ""), grounds: &DARK, as_typed: false, link: TEXT },
    Theme {
        name: "dark",
        rule: ("@media (prefers-color-scheme:dark){:root:not([data-theme])", "}"),
        grounds: &DARK,
        as_typed: false,
        link: TEXT,
    },
    Theme { name: "contrast", rule: ("html[data-theme=contrast]", ""), grounds: &[Colour::BLACK], as_typed: false, link: HIGH },
    Theme {
        name: "contrast",
        rule: ("@media (prefers-contrast:more){html:root:not([data-theme])", "}"),
        grounds: &[Colour::BLACK],
        as_typed: false,
        link: HIGH,
    },
    Theme {
        name: "strong",
        rule: ("@media (prefers-contrast:more) and (prefers-color-scheme:light){html:root:root:not([data-theme])", "}"),
        grounds: &[Colour::WHITE],
        as_typed: true,
        link: HIGH,
    },
];

const LIGHT: [Colour; 3] = [Colour([0xfb, 0xfa, 0xf6]), Colour::WHITE, Colour([0xee, 0xf2, 0xf3])];
const CREAM: [Colour; 3] = [Colour([0xfb, 0xf2, 0xda]), Colour([0xff, 0xf9, 0xea]), Colour([0xf3, 0xe8, 0xc9])];
const DARK: [Colour; 3] = [Colour([0x14, 0x1a, 0x20]), Colour([0x1d, 0x25, 0x2d]), Colour([0x26, 0x30, 0x3a])];

/// Why a colour will not do, and which one would.
#[derive(Debug, PartialEq)]
pub struct ContrastError {
    /// What is wrong, as a sentence.
    pub message: String,
    /// The nearest colour of the same hue that passes.
    pub nearest: Option<Colour>,
}

impl fmt::Display for ContrastError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ContrastError {}

/// Whether a setting's colour can be used as it is typed.
pub fn judge(colour: Colour) -> Result<(), ContrastError> {
    let (on, ratio) = text_on(colour);
    let (theme, ground, apart) = faintest(colour);
    let message = if ratio < TEXT {
        let text = if on == Colour::WHITE { "white" } else { "near-black" };
        format!("On {colour} the best text, {text}, has a contrast of {}:1, and text needs {TEXT}:1.", shown(ratio))
    } else if apart < PART {
        format!(
            "{colour} on {ground}, as in the theme \"{theme}\", has a contrast of {}:1, and parts need {PART}:1.",
            shown(apart)
        )
    } else {
        return Ok(());
    };
    Err(ContrastError { message, nearest: colour.nearest(fits) })
}

fn fits(colour: Colour) -> bool {
    text_on(colour).1 >= TEXT && faintest(colour).2 >= PART
}

/// The text that can be read best on a colour, and its contrast.
fn text_on(colour: Colour) -> (Colour, f64) {
    let [white, ink] = [Colour::WHITE, Colour::INK].map(|text| (text, colour.contrast(text)));
    if white.1 >= ink.1 { white } else { ink }
}

/// Where a colour that is used as it is typed can be seen least: the theme, its ground, and the contrast.
fn faintest(colour: Colour) -> (&'static str, Colour, f64) {
    let on = |theme: &'static Theme| theme.grounds.iter().map(move |ground| (theme.name, *ground, colour.contrast(*ground)));
    let contrasts = THEMES.iter().filter(|theme| theme.as_typed).flat_map(on);
    contrasts.min_by(|one, two| one.2.total_cmp(&two.2)).unwrap_or(("light", Colour::WHITE, 1.0))
}

/// A contrast with one decimal, never rounded up to one that would pass.
fn shown(ratio: f64) -> String {
    format!("{:.1}", (ratio * 10.0).floor() / 10.0)
}

/// The rules that carry a setting's colour into each theme: the colour of parts, that of the text on them, and that of links.
pub fn rules(colour: Colour) -> String {
    THEMES.iter().map(|theme| theme.rule_for(colour)).collect()
}

impl Theme {
    fn rule_for(&self, colour: Colour) -> String {
        let (before, after) = self.rule;
        let link = self.link(colour);
        let brand = if self.as_typed { colour } else { link };
        let on = text_on(brand).0;
        format!("{before}{{--brand:{brand};--on-brand:{on};--link:{link}}}{after}\n")
    }

    /// The nearest colour in which words can be read on every ground of the theme. On such grounds white or black always can.
    fn link(&self, colour: Colour) -> Colour {
        let can_be_read = |colour: Colour| self.grounds.iter().all(|ground| colour.contrast(*ground) >= self.link);
        colour.nearest(can_be_read).unwrap_or_else(|| text_on(self.grounds[0]).0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, HIGH, PART, TEXT, THEMES, judge, rules, text_on};

    fn colour(typed: &str) -> Colour {
        Colour::parse(typed).unwrap()
    }

    #[test]
    fn a_dark_enough_colour_passes_and_any_other_names_one_that_does() {
        assert_eq!(judge(colour("#1d4f7c")), Ok(()));
        for (typed, part) in [
            ("#2a7de1", "On #2a7de1 the best text, near-black, has a contrast of 4."),
            ("#ffdd00", "#ffdd00 on #f3e8c9, as in the theme \"cream\""),
        ] {
            let unfit = judge(colour(typed)).unwrap_err();
            assert!(unfit.message.contains(part), "{}", unfit.message);
            assert_eq!(judge(unfit.nearest.unwrap()), Ok(()), "{typed}");
        }
    }

    #[test]
    fn every_hue_can_be_read_in_every_theme() {
        for typed in ["#000000", "#1d4f7c", "#5b1a6b", "#7a1f1f", "#0b5d3b", "#4a4a00", "#333333"] {
            judge(colour(typed)).unwrap_or_else(|unfit| panic!("{}", unfit.message));
            for theme in &THEMES {
                let link = theme.link(colour(typed));
                let brand = if theme.as_typed { colour(typed) } else { link };
                let needed = if ["contrast", "strong"].contains(&theme.name) { HIGH } else { TEXT };
                for ground in theme.grounds {
                    assert!(link.contrast(*ground) >= needed, "{typed} as a link in {}", theme.name);
                    assert!(brand.contrast(*ground) >= PART, "{typed} as a part in {}", theme.name);
                }
                assert!(text_on(brand).1 >= TEXT, "text on {typed} in {}", theme.name);
            }
        }
    }

    #[test]
    fn the_rules_come_in_the_order_of_the_themes() {
        let rules = rules(colour("#1d4f7c"));
        assert!(rules.starts_with(":root{--brand:#1d4f7c;--on-brand:#ffffff;--link:#"), "{rules}");
        assert_eq!(rules.lines().count(), THEMES.len());
        assert!(rules.lines().all(|line| line.matches('{').count() == line.matches('}').count()), "{rules}");
    }

    /// The variables of the style sheet's rule for a theme, by name.
    fn variables(selector: &str) -> std::collections::BTreeMap<&'static str, &'static str> {
        let style = include_str!("../../../assets/style.css");
        let rule = style.split(&format!("{selector} {{")).nth(1).unwrap_or_else(|| panic!("no rule {selector}"));
        let inside = rule.split('}').next().unwrap();
        inside.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(": ")).collect()
    }

    #[test]
    fn the_style_sheets_own_colours_keep_the_same_rule() {
        let light = variables(":root");
        let rules = [
            ("light", ":root"),
            ("cream", "[data-theme=cream]"),
            ("dark", "[data-theme=dark]"),
            ("dark", ":root:not([data-theme])"),
            ("contrast", "html[data-theme=contrast]"),
        ];
        for ((name, selector), theme) in rules.into_iter().zip(&THEMES) {
            assert_eq!(name, theme.name);
            let own = variables(selector);
            let read = |key: &str| {
                let typed = own.get(key).or_else(|| light.get(key)).unwrap_or_else(|| panic!("no --{key}"));
                let long = if typed.len() == 4 {
                    typed.chars().flat_map(|c| std::iter::repeat_n(c, if c == '#' { 1 } else { 2 })).collect()
                } else {
                    (*typed).to_owned()
                };
                Colour::parse(&long).unwrap_or_else(|| panic!("{selector}: --{key}: {typed}"))
            };
            assert_eq!(read("paper"), theme.grounds[0], "{selector}");
            for ground in ["paper", "card", "tint"] {
                assert!(theme.grounds.contains(&read(ground)), "{selector}: {ground}");
            }
            let least = |text: &str, ground: &str, needed: f64| {
                let ratio = read(text).contrast(read(ground));
                assert!(ratio >= needed, "{selector}: {text} on {ground}: {ratio}");
            };
            for ground in ["paper", "card", "tint"] {
                least("ink", ground, TEXT);
                least("soft", ground, TEXT);
                least("link", ground, TEXT);
                least("edge", ground, PART);
                least("good-edge", ground, PART);
                least("warm-edge", ground, PART);
            }
            least("ink", "good", TEXT);
            least("warm-ink", "warm", TEXT);
        }
    }
}
