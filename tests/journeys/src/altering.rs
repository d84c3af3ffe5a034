//! What other software does to pages: translators, extensions, proxies, programs that read or write along.
//!
//! Each is a few lines of script that see the module and change it once. The words that it adds, and nothing of what was there, are marked
//! with `data-foreign`, so that [`OWN_WORDS`] can leave them out.

use crate::Journey;

/// One kind of change.
#[derive(Clone, Copy, Debug)]
pub struct Alteration {
    /// Who does it.
    pub name: &'static str,
    /// How, as the body of a function that knows `module`, `texts` and `foreign`.
    script: &'static str,
}

/// All of them.
pub const ALTERATIONS: [Alteration; 14] = [
    Alteration {
        name: "a translator puts every text into two fonts",
        script: "
            for (const text of texts(module)) {
                const [outer, inner] = [document.createElement('font'), document.createElement('font')];
                inner.textContent = text.data;
                outer.append(inner);
                text.replaceWith(outer);
            }",
    },
    Alteration {
        name: "a dictionary puts a span around four letters",
        script: "
            for (const text of texts(module).filter(text => text.length > 5)) {
                const four = document.createRange();
                four.setStart(text, 1);
                four.setEnd(text, 5);
                four.surroundContents(document.createElement('span'));
            }",
    },
    Alteration {
        name: "a shop's extension appends a box",
        script: "
            module.append(foreign('div', 'Save 10% now'));
            module.querySelector('.step, .finished')?.append(foreign('div', 'Save 10% now'));",
    },
    Alteration {
        name: "a pronunciation guide puts an i after a button",
        script: "for (const button of module.querySelectorAll('button')) button.after(foreign('i', ''));",
    },
    Alteration {
        name: "a translator puts its own words under each sentence",
        script: "
            for (const sentence of module.querySelectorAll('.sentence')) sentence.append(foreign('font', 'To jest zdanie.'));
            for (const line of module.querySelectorAll('h2, legend')) line.after(foreign('font', 'To jest zdanie.'));",
    },
    Alteration {
        name: "a colour filter sets attributes on everything",
        script: "
            for (const element of module.querySelectorAll('*')) {
                element.setAttribute('data-darkened', '');
                element.title ||= 'darkened';
                element.classList.add('darkened');
            }",
    },
    Alteration {
        name: "a dark mode adds style sheets",
        script: "
            for (const place of [document.head, module, module.querySelector('.player'), module.querySelector('p')])
                place.prepend(foreign('style', 'p { color: inherit }'));",
    },
    Alteration {
        name: "a spelling program splits every text in two",
        script: "for (const text of texts(module).filter(text => text.length > 1)) text.splitText(text.length / 2);",
    },
    Alteration {
        name: "a proxy takes the comments out and others put some in",
        script: "
            const walker = document.createTreeWalker(module, NodeFilter.SHOW_COMMENT);
            const comments = [];
            while (walker.nextNode()) comments.push(walker.currentNode);
            for (const comment of comments) comment.remove();
            for (const element of module.querySelectorAll('p, h2, span')) element.prepend(document.createComment('seen'));",
    },
    Alteration {
        name: "a proxy collapses white space",
        script: "
            const walker = document.createTreeWalker(module, NodeFilter.SHOW_TEXT);
            const all = [];
            while (walker.nextNode()) all.push(walker.currentNode);
            for (const text of all) {
                text.data = text.data.replace(/\\s+/g, ' ').trim();
                if (!text.data) text.remove();
            }",
    },
    Alteration {
        name: "a toolbar moves a button",
        script: "
            const find = selector => module.querySelector(selector);
            find('.player').prepend(find('[data-action=next]') ?? find('.moves button') ?? find('button'));",
    },
    Alteration {
        name: "a cleaner removes the heading, a sentence and the way on",
        script: "
            for (const part of ['h2', '.sentence', '.moves']) module.querySelector(part)?.remove();",
    },
    Alteration {
        name: "a reader marks every word",
        script: "
            for (const text of texts(module)) {
                const words = text.data.split(/(?<=\\s)/).map(word => {
                    const mark = document.createElement('mark');
                    mark.textContent = word;
                    return mark;
                });
                text.replaceWith(...words);
            }",
    },
    Alteration {
        name: "a writing helper puts its own elements beside fields and buttons",
        script: "
            for (const control of module.querySelectorAll('input, button')) {
                const helper = foreign('writing-helper', '');
                helper.attachShadow({ mode: 'open' }).innerHTML = '<div>1 mistake</div>';
                control.before(helper);
            }
            module.before(foreign('writing-helper', ''));",
    },
];

/// What the scripts know.
const KNOWN: &str = "
    const module = document.querySelector('[data-module]');
    const texts = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
        return found;
    };
    const foreign = (tag, words) => {
        const element = document.createElement(tag);
        element.setAttribute('data-foreign', '');
        element.textContent = words;
        return element;
    };";

/// What the module says and offers, without spaces, without what others have added: an expression.
pub const OWN_WORDS: &str = "(() => {
        const module = document.querySelector('[data-module]');
        const own = module.cloneNode(true);
        for (const other of own.querySelectorAll('[data-foreign], style, :disabled')) other.remove();
        const part = selector => own.querySelector(selector)?.textContent ?? '';
        return JSON.stringify([
            module.dataset.path ?? '', 'finished' in module.dataset, part('h2'), part('.status'),
            [...own.querySelectorAll('.sentence, .reason, .text')].map(e => e.textContent),
            [...own.querySelectorAll('button')].map(e => `${e.dataset.action} ${e.value} ${e.textContent}`).sort(),
            [...own.querySelectorAll('svg[aria-label]')].map(e => e.getAttribute('aria-label')),
            [...own.querySelectorAll('p, li, h2, h3, legend')].map(e => e.textContent),
        ]).replace(/\\s|\\\\n|\u{a0}/g, '');
    })()";

impl Alteration {
    /// Lets it happen on the page that is open.
    pub async fn happens(&self, journey: &Journey) {
        journey.ask::<()>(&format!("{KNOWN}{}", self.script), &[]).await;
    }

    /// Lets it happen on every page from now on, when the page has been read and nothing of it has woken up.
    pub async fn happens_before_waking(&self, journey: &Journey) {
        let script = format!("addEventListener('DOMContentLoaded', () => {{ {KNOWN}{} }}, {{ capture: true }});", self.script);
        journey.before_every_page(&script).await;
    }
}

/// A translator that goes on: it sees every new text, asks a server for it, and puts what comes back in its place so many milliseconds later,
/// whatever has become of the text meanwhile. It leaves words as they are, so that they can be compared. `window.translating` counts
/// what is on its way.
pub fn translator(ms: u32) -> String {
    format!(
        "window.translating = 0;
        const asked = new WeakSet();
        const translate = root => {{
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {{
                const text = walker.currentNode;
                if (!text.data.trim() || asked.has(text) || text.parentElement.closest('font, script, style')) continue;
                asked.add(text);
                window.translating++;
                setTimeout(translated => {{
                    window.translating--;
                    if (!text.isConnected) return;
                    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
                    inner.textContent = translated;
                    outer.append(inner);
                    text.replaceWith(outer);
                }}, {ms}, text.data);
            }}
        }};
        addEventListener('DOMContentLoaded', () => {{
            document.documentElement.lang = 'pl';
            translate(document.body);
            new MutationObserver(() => translate(document.body)).observe(document.body, {{ childList: true, characterData: true, subtree: true }});
        }}, {{ capture: true }});"
    )
}
