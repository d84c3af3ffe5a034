//! Running text as one run of words, for what is read aloud in one voice: names are replaced, and what such words cannot carry is handed to
//! whoever has to report it.

use super::context::Context;
use crate::syntax::ast::Inline;
use crate::syntax::mapped_text::MappedText;
use crate::syntax::web_addresses;

/// What words that are read aloud cannot carry, and where it stands.
#[derive(Clone, Copy, Debug)]
pub enum Unspoken {
    /// Words in another language. The words themselves are kept.
    Language(usize),
    /// A link, or a web address that would become one. Its words are kept.
    Link(usize),
    /// A picture.
    Picture(usize),
}

/// Adds the words to a run.
pub fn flatten<'c>(
    context: &mut Context<'c>,
    content: &[Inline],
    run: &mut MappedText,
    report: &mut impl FnMut(&mut Context<'c>, Unspoken),
) {
    for inline in content {
        match inline {
            Inline::Text(words) => {
                let words = context.run(words);
                for address in web_addresses::find(&words.text) {
                    report(context, Unspoken::Link(words.at(address.start)));
                }
                run.push_mapped(&words);
            }
            Inline::Code(words) => run.push_mapped(&context.run(words)),
            Inline::Strong(inner) | Inline::Emphasis(inner) => flatten(context, inner, run, report),
            Inline::Span { content, at, .. } => {
                report(context, Unspoken::Language(*at));
                flatten(context, content, run, report);
            }
            Inline::Break => run.push_value(" ", run.at(run.text.len())),
            Inline::Link(link) => {
                report(context, Unspoken::Link(link.at));
                flatten(context, &link.content, run, report);
            }
            Inline::Image(image) => report(context, Unspoken::Picture(image.at)),
        }
    }
}
