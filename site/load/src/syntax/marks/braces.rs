//! Braces among words: where one begins that looks like a mark, and where one ends that nothing began.

use crate::syntax::mapped_text::MappedText;

/// Where the first thing that looks like a mark begins: a single `{` (two are a name). Whatever stands in it is taken for a mark,
/// because one that is mistyped, such as `{only: staff}`, must not let its part through; braces as words are typed `\{`.
pub fn looks_like_mark(run: &MappedText) -> Option<usize> {
    let is_brace = |at: Option<usize>| at.and_then(|at| run.text.as_bytes().get(at)) == Some(&b'{');
    let mut braces = run.text.match_indices('{').map(|(at, _)| at);
    braces.find(|at| ![at.checked_sub(1), at.checked_add(1)].into_iter().any(is_brace) && !run.is_escaped(*at))
}

/// Where a single `}` stands that nothing opened, and that is not typed `\}`.
pub fn closes_nothing(run: &MappedText) -> Option<usize> {
    if !run.text.contains('}') {
        return None;
    }
    let bytes = run.text.as_bytes();
    let mut open = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' => open += 1,
            b'}' if open > 0 => open -= 1,
            // Two of them end a name, which is looked at where names are replaced.
            b'}' if bytes.get(at + 1) == Some(&b'}') || at > 0 && bytes[at - 1] == b'}' => {}
            b'}' if !run.is_escaped(at) => return Some(at),
            _ => {}
        }
    }
    None
}
