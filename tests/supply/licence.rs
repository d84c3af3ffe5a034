//! What a crate says about its licence: "MIT OR Apache-2.0", and which of its licences we take.

/// The licences that we take of an expression: of each "or" the one that is first in `allowed`, of each "and" all. Nothing, where
/// none of them will do.
pub fn taken(expression: &str, allowed: &[String]) -> Option<Vec<String>> {
    // The way of years ago: "MIT/Apache-2.0".
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let taken = either(&mut rest, allowed)?;
    (rest.is_empty() && taken.rank.is_some()).then_some(taken.licences)
}

struct Taken {
    licences: Vec<String>,
    /// How far down the list the last of them stands; nothing may be taken where there is none.
    rank: Option<usize>,
}

fn either(rest: &mut &[&str], allowed: &[String]) -> Option<Taken> {
    let mut best = all(rest, allowed)?;
    while rest.first() == Some(&"OR") {
        *rest = &rest[1..];
        let other = all(rest, allowed)?;
        if other.rank.is_some_and(|rank| best.rank.is_none_or(|best| rank < best)) {
            best = other;
        }
    }
    Some(best)
}

fn all(rest: &mut &[&str], allowed: &[String]) -> Option<Taken> {
    let mut whole = one(rest, allowed)?;
    while rest.first() == Some(&"AND") {
        *rest = &rest[1..];
        let other = one(rest, allowed)?;
        whole.rank = whole.rank.zip(other.rank).map(|(one, two)| one.max(two));
        whole.licences.extend(other.licences);
    }
    Some(whole)
}

fn one(rest: &mut &[&str], allowed: &[String]) -> Option<Taken> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    if *first == "(" {
        let inside = either(rest, allowed)?;
        *rest = rest.strip_prefix(&[")"])?;
        return Some(inside);
    }
    let mut name = (*first).to_owned();
    if let ["WITH", exception, after @ ..] = rest {
        name = format!("{name} WITH {exception}");
        *rest = after;
    }
    let rank = allowed.iter().position(|allowed| *allowed == name);
    Some(Taken { licences: vec![name], rank })
}

#[test]
fn of_an_expression_the_first_that_is_allowed_is_taken() {
    let allowed = ["Apache-2.0", "MIT", "Unicode-3.0"].map(str::to_owned);
    for (expression, expected) in [
        ("MIT", Some(&["MIT"][..])),
        ("MIT OR Apache-2.0", Some(&["Apache-2.0"])),
        ("MIT/Apache-2.0", Some(&["Apache-2.0"])),
        ("GPL-3.0 OR MIT", Some(&["MIT"])),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", Some(&["MIT", "Unicode-3.0"])),
        ("Apache-2.0 WITH LLVM-exception OR MIT", Some(&["MIT"])),
        ("MIT AND GPL-3.0", None),
        ("GPL-3.0", None),
        ("", None),
        ("MIT OR", None),
        ("(MIT", None),
    ] {
        let taken = taken(expression, &allowed);
        assert_eq!(
            taken.as_ref().map(|taken| taken.iter().map(String::as_str).collect::<Vec<_>>()).as_deref(),
            expected,
            "{expression}"
        );
    }
}
