//! What one reader may see of a setting. Every page is rendered from a [`View`], never from the [`Setting`] itself: a part
//! that is meant for others is not there to be rendered, so a mistake in a page cannot leak it.

use fingerpost_model::{Audience, Block, Document, Item, Only, Part, Section, Setting};

/// A setting without the parts that this reader may not see.
#[derive(Clone, Debug)]
pub struct View(Setting);

impl std::ops::Deref for View {
    type Target = Setting;

    fn deref(&self) -> &Setting {
        &self.0
    }
}

impl View {
    /// What everybody may see: the public site.
    pub fn public(setting: &Setting) -> View {
        View::keeping(setting, &|only| matches!(only, Only::Everyone))
    }

    /// What this audience may see: the public site and the parts meant for them.
    pub fn of(setting: &Setting, audience: Audience) -> View {
        View::of_all(setting, &[audience])
    }

    /// What each of these audiences may see. With none of them it is what everybody may.
    pub fn of_all(setting: &Setting, readers: &[Audience]) -> View {
        View::keeping(setting, &|only| match only {
            Only::Everyone => true,
            Only::These(audiences) => !readers.is_empty() && readers.iter().all(|reader| audiences.contains(reader)),
        })
    }

    /// What a handbook shows: all of it, because whoever writes for some readers reads it too. What a broken mark hides stays hidden.
    pub fn of_handbook(setting: &Setting) -> View {
        View::keeping(setting, &|only| !matches!(only, Only::These(audiences) if audiences.is_empty()))
    }

    fn keeping(setting: &Setting, may_see: &dyn Fn(&Only) -> bool) -> View {
        let mut seen = setting.clone();
        // Each of them has a view of its own.
        seen.translations = Default::default();
        seen.sections.retain(|section| may_see(&section.only));
        for Section { document, in_short, .. } in &mut seen.sections {
            in_short.iter_mut().for_each(|in_short| keep_in_blocks(&mut in_short.blocks, may_see));
            keep_in_document(document, may_see);
        }
        for document in seen.pages.values_mut().chain(seen.handbook.iter_mut().map(|page| &mut page.document)) {
            keep_in_document(document, may_see);
        }
        for pages in [&mut seen.quizzes, &mut seen.inductions] {
            pages.retain(|page| may_see(&page.only));
            pages.iter_mut().for_each(|page| keep_in_document(&mut page.document, may_see));
        }
        for term in &mut seen.glossary {
            keep_in_blocks(&mut term.meaning, may_see);
        }
        View(seen)
    }
}

fn keep_in_document(document: &mut Document, may_see: &dyn Fn(&Only) -> bool) {
    keep_in_blocks(&mut document.blocks, may_see);
    keep_in_parts(&mut document.parts, may_see);
}

fn keep_in_parts(parts: &mut Vec<Part>, may_see: &dyn Fn(&Only) -> bool) {
    parts.retain(|part| may_see(&part.only));
    for part in parts {
        keep_in_blocks(&mut part.blocks, may_see);
        keep_in_parts(&mut part.parts, may_see);
    }
}

fn keep_in_blocks(blocks: &mut Vec<Block>, may_see: &dyn Fn(&Only) -> bool) {
    for block in blocks.iter_mut() {
        match block {
            Block::List { items, .. } => {
                items.retain(|item| may_see(&item.only));
                for Item { blocks, .. } in items {
                    keep_in_blocks(blocks, may_see);
                }
            }
            Block::Quote(inner) => keep_in_blocks(inner, may_see),
            Block::Paragraph(_) | Block::Code(_) | Block::Example(_) | Block::Table(_) | Block::Rule => {}
        }
    }
    blocks.retain(|block| !matches!(block, Block::List { items, .. } if items.is_empty()));
}
