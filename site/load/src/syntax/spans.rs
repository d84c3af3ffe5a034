//! Words in another language than those around them: `[Dzień dobry]{lang=pl}` in running text, and `{lang=ur}` at the end of a paragraph, a
//! list item or a heading for all of it. How such words are marked in HTML, and so how they are spoken, comes from here.

use super::ast::{self, Inline};
use super::mapped_text::MappedText;
use crate::source::file::SourceFile;
use fingerpost_model::finding::Finding;
use fingerpost_model::language;
use fingerpost_model::rules::Rule;

/// Finds them in the words of a paragraph, a heading or a cell.
pub fn take(content: &mut Vec<Inline>, file: &SourceFile, found: &mut Vec<Finding>) {
    for inline in content.iter_mut() {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Span { content: inner, .. } => take(inner, file, found),
            Inline::Link(link) => take(&mut link.content, file, found),
            Inline::Text(_) | Inline::Code(_) | Inline::Image(_) | Inline::Break => {}
        }
    }
    if content.iter().any(|inline| matches!(inline, Inline::Text(run) if run.text.contains("]{"))) {
        *content = with_phrases(std::mem::take(content), file, found);
    }
    take_whole(content, file, found);
}

/// A mark that is for all of the words, and has nothing but a language in it. One that has more is read by marks/read.rs.
fn take_whole(content: &mut Vec<Inline>, file: &SourceFile, found: &mut Vec<Finding>) {
    let Some(Inline::Text(run)) = content.last() else { return };
    let Some((start, typed)) = mark_at_end(run) else { return };
    let at = run.at(start);
    ast::cut_end(content, start);
    if let Some(language) = known(&typed, at, file, found) {
        let inner = std::mem::take(content);
        content.push(Inline::Span { language, content: inner, at });
    }
}

/// Where a mark with nothing but a language begins that ends the text.
fn mark_at_end(run: &MappedText) -> Option<(usize, String)> {
    let text = run.text.trim_end();
    let start = text.rfind('{').filter(|start| !run.is_escaped(*start))?;
    let is_whole = text[..start].ends_with(|sign: char| sign.is_whitespace()) || start == 0;
    let inside = text[start..].strip_prefix('{')?.strip_suffix('}')?;
    Some((start, tag(inside)?)).filter(|_| is_whole && !text[..start].ends_with('{'))
}

/// The tag in a mark that holds a language and nothing else.
fn tag(inside: &str) -> Option<String> {
    let mut pieces = inside.split_whitespace();
    let typed = pieces.next()?.strip_prefix("lang=")?;
    pieces.next().is_none().then(|| typed.trim_matches('"').to_owned())
}

/// The language, if there is one of that tag.
pub fn known(tag: &str, at: usize, file: &SourceFile, found: &mut Vec<Finding>) -> Option<String> {
    if language::is_known(tag) {
        return Some(tag.to_owned());
    }
    let message = format!("\"{tag}\" is not the tag of a language.");
    let help = "Type the short one, such as {lang=pl} for Polish, {lang=ur} for Urdu or {lang=zh-Hant} for written Chinese.";
    found.push(file.error(at, Rule::UnknownLanguage, message, help));
    None
}

/// One piece of the words, as this file looks through them: a text is cut at its brackets.
enum Piece {
    /// A `[`.
    Open(MappedText),
    /// A `]` without a mark.
    End(MappedText),
    /// A `]` with the mark behind it, and where this begins.
    Marked(MappedText, usize),
    Other(Inline),
}

/// The words with every `[...]{lang=...}` as a piece of its own.
fn with_phrases(content: Vec<Inline>, file: &SourceFile, found: &mut Vec<Finding>) -> Vec<Inline> {
    // What has been met since each bracket that is still open, the outermost being all words.
    let mut open: Vec<(Option<MappedText>, Vec<Inline>)> = vec![(None, Vec::new())];
    for piece in content.into_iter().flat_map(pieces) {
        match piece {
            Piece::Other(inline) => add(&mut open, inline),
            Piece::Open(bracket) => open.push((Some(bracket), Vec::new())),
            Piece::End(bracket) => {
                if let Some((Some(first), content)) = open.pop_if(|(first, _)| first.is_some()) {
                    add(&mut open, Inline::Text(first));
                    content.into_iter().for_each(|inline| add(&mut open, inline));
                }
                add(&mut open, Inline::Text(bracket));
            }
            Piece::Marked(mark, at) => match open.pop() {
                Some((Some(_), content)) => {
                    let typed = tag(mark.text.trim_start_matches("]{").trim_end_matches('}')).unwrap_or_default();
                    match known(&typed, at, file, found) {
                        Some(language) => add(&mut open, Inline::Span { language, content, at }),
                        None => content.into_iter().for_each(|inline| add(&mut open, inline)),
                    }
                }
                Some(all) => {
                    open.push(all);
                    add(&mut open, Inline::Text(mark));
                }
                None => {}
            },
        }
    }
    // A bracket that was never closed is a sign like others.
    let mut words = Vec::new();
    for (bracket, content) in open {
        words.extend(bracket.map(Inline::Text));
        words.extend(content);
    }
    joined(words)
}

fn add(open: &mut [(Option<MappedText>, Vec<Inline>)], inline: Inline) {
    if let Some((_, content)) = open.last_mut() {
        content.push(inline);
    }
}

/// A text cut at its brackets.
fn pieces(inline: Inline) -> Vec<Piece> {
    let Inline::Text(run) = inline else { return vec![Piece::Other(inline)] };
    let mut pieces = Vec::new();
    let mut done = 0;
    let signs: Vec<usize> = run.text.match_indices(['[', ']']).map(|(at, _)| at).filter(|at| !run.is_escaped(*at)).collect();
    for at in signs {
        let end = if run.text[at..].starts_with('[') {
            at + 1
        } else {
            let mark = run.text[at..].strip_prefix("]{").and_then(|rest| Some(&rest[..rest.find('}')?]));
            match mark.filter(|inside| tag(inside).is_some()) {
                Some(inside) => at + 2 + inside.len() + 1,
                None => at + 1,
            }
        };
        let bracket = run.slice(at..end);
        if at > done {
            pieces.push(Piece::Other(Inline::Text(run.slice(done..at))));
        }
        pieces.push(match bracket.text.as_str() {
            "[" => Piece::Open(bracket),
            "]" => Piece::End(bracket),
            _ => Piece::Marked(bracket, run.at(at + 1)),
        });
        done = end;
    }
    if done < run.text.len() {
        pieces.push(Piece::Other(Inline::Text(run.slice(done..run.text.len()))));
    }
    pieces
}

/// Running text in which texts that follow one another are one.
fn joined(words: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for inline in words {
        match (out.last_mut(), inline) {
            (Some(Inline::Text(last)), Inline::Text(more)) => last.push_mapped(&more),
            (_, inline) => out.push(inline),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::source::file::SourceFile;
    use crate::syntax::ast::{Block, Inline};
    use crate::syntax::markdown;
    use fingerpost_model::rules::Rule;

    /// The words of a paragraph, each language's between its tag and a bar, and the rules that were broken.
    fn words(markdown: &str) -> (String, Vec<Rule>) {
        let file = SourceFile::new("a.md", "a.md", markdown);
        let mut found = Vec::new();
        let blocks = markdown::read(&file, 0, &mut found);
        let [Block::Paragraph { content, .. }] = &blocks[..] else { panic!("{blocks:?}") };
        let mut words = String::new();
        show(content, &mut words);
        (words, found.iter().map(|finding| finding.rule).collect())
    }

    fn show(content: &[Inline], words: &mut String) {
        for inline in content {
            match inline {
                Inline::Text(run) | Inline::Code(run) => words.push_str(&run.text),
                Inline::Strong(inner) | Inline::Emphasis(inner) => show(inner, words),
                Inline::Span { language, content, .. } => {
                    words.push_str(&format!("{language}:"));
                    show(content, words);
                    words.push('|');
                }
                Inline::Link(link) => show(&link.content, words),
                Inline::Image(_) | Inline::Break => words.push('?'),
            }
        }
    }

    #[test]
    fn a_phrase_has_its_language_and_the_words_around_it_have_theirs() {
        for (typed, expected) in [
            ("Say [Dzień dobry]{lang=pl}.", "Say pl:Dzień dobry|."),
            ("Say [**Dzień** [dobry]]{lang=\"pl\"} [now].", "Say pl:Dzień [dobry]| [now]."),
            ("**Say [a]{lang=pl} and [b]{lang=cy}**", "Say pl:a| and cy:b|"),
            ("[see [a]{lang=pl}](b.md)", "see pl:a|"),
            ("[One [a]{lang=pl} of these", "[One pl:a| of these"),
            ("السلام عليكم\n{lang=ar}", "ar:السلام عليكم|"),
            ("**Dobry.** {lang=pl}", "pl:Dobry.|"),
            ("`[a]{lang=pl}`", "[a]{lang=pl}"),
        ] {
            assert_eq!(words(typed), (expected.to_owned(), vec![]), "{typed}");
        }
    }

    #[test]
    fn what_is_no_language_is_said() {
        assert_eq!(words("[a]{lang=polish}").1, [Rule::UnknownLanguage]);
        assert_eq!(words("a {lang=}").1, [Rule::UnknownLanguage]);
        // These are left for whoever reads marks.
        assert_eq!(words("[a]{.pl}").0, "[a]{.pl}");
        assert_eq!(words("a {#b lang=pl}").0, "a {#b lang=pl}");
        assert_eq!(words("a]{lang=pl}").0, "a]{lang=pl}");
    }
}
