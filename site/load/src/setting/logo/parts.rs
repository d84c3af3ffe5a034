//! How much a browser has to draw. A few lines can refer to one another so that thousands of millions of shapes come of them, or none, because
//! a part is drawn inside itself.

use std::collections::BTreeMap;

/// The most elements that are drawn, each as often as it is drawn. The most lavish logos have some thousands.
const MOST_DRAWN: u64 = 20_000;

/// How often one reference may lead to another.
const LONGEST_CHAIN: usize = 16;

/// The elements of a drawing, as far as they refer to one another.
#[derive(Debug, Default)]
pub struct Parts {
    parts: Vec<Part>,
    ids: BTreeMap<String, usize>,
}

/// One element.
#[derive(Debug, Default)]
pub struct Part {
    /// Where it stands in the text.
    pub at: usize,
    /// The elements in it.
    pub children: Vec<usize>,
    /// The ids to which it refers.
    pub refers: Vec<String>,
    /// By what a style sheet can know it: its element, `.class` and `#id`.
    pub names: Vec<String>,
}

/// What a browser could not draw, and where it begins.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is drawn inside itself.
    Inside(usize),
    /// It is drawn too often.
    Often(usize),
}

impl Parts {
    /// Adds an element, and says how it is known here. Those in it are added first.
    pub fn add(&mut self, id: Option<&str>, part: Part) -> usize {
        self.parts.push(part);
        let number = self.parts.len() - 1;
        if let Some(id) = id {
            self.ids.entry(id.to_owned()).or_insert(number);
        }
        number
    }

    /// What a rule of a style sheet refers to is referred to by every element that it could mean: what a selector says of the elements
    /// around one is passed over.
    pub fn style(&mut self, selector: &str, refers: &[String]) {
        let last = |one| str::rsplit(one, [' ', '>', '+', '~']).next().unwrap_or_default();
        let meant: Vec<Vec<&str>> = selector.split(',').map(|one| names(last(one.trim()))).collect();
        for part in &mut self.parts {
            let is = |name: &&str| part.names.iter().any(|other| other == name);
            if meant.iter().any(|names| names.iter().all(is)) {
                part.refers.extend_from_slice(refers);
            }
        }
    }

    /// Whether a browser can draw what begins with this element.
    pub fn judge(&self, root: usize) -> Result<(), Fault> {
        let mut walk = Walk { parts: self, costs: vec![None; self.parts.len()], open: vec![false; self.parts.len()] };
        let drawn = walk.cost(root, 0)?;
        if drawn > MOST_DRAWN { Err(Fault::Often(self.parts[root].at)) } else { Ok(()) }
    }
}

/// `path`, `.a` and `#b` of `path.a#b`. What means every element has no name.
fn names(selector: &str) -> Vec<&str> {
    let starts = selector.char_indices().filter(|(at, sign)| *at == 0 || ".#".contains(*sign)).map(|(at, _)| at);
    let ends = starts.clone().skip(1).chain([selector.len()]);
    starts.zip(ends).map(|(start, end)| &selector[start..end]).filter(|name| !name.is_empty() && *name != "*").collect()
}

struct Walk<'p> {
    parts: &'p Parts,
    /// What is known already.
    costs: Vec<Option<u64>>,
    /// Which elements hold the one that is looked at.
    open: Vec<bool>,
}

impl Walk<'_> {
    /// How many elements are drawn for this one.
    fn cost(&mut self, number: usize, chain: usize) -> Result<u64, Fault> {
        let parts = self.parts;
        let part = &parts.parts[number];
        if let Some(cost) = self.costs[number] {
            return Ok(cost);
        }
        if self.open[number] {
            return Err(Fault::Inside(part.at));
        }
        if chain > LONGEST_CHAIN {
            return Err(Fault::Often(part.at));
        }
        self.open[number] = true;
        let mut cost = 1_u64;
        for child in &part.children {
            cost = cost.saturating_add(self.cost(*child, chain)?);
        }
        for target in part.refers.iter().filter_map(|id| parts.ids.get(id)) {
            cost = cost.saturating_add(self.cost(*target, chain + 1)?);
        }
        self.open[number] = false;
        self.costs[number] = Some(cost);
        Ok(cost)
    }
}
