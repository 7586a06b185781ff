//! Guidelines as paragraphs: one text in the form, one register a paragraph.
//!
//! A text that was edited is read back against the paragraphs that it was made of: what is the same keeps its item, also
//! where it moved; what changed in place keeps it too; and only what is new gets a new one. So two admins who edit
//! different paragraphs do not touch the same register.

use super::longest_run::common;
use super::words::likeness;
use crate::id::ItemId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::ops::Range;

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Which item it is.
    pub item: ItemId,
    /// What it says, in Markdown, without empty lines at either end.
    pub text: String,
}

/// How much two paragraphs between the same neighbours have in common, of 100, to count as one that was edited.
const ALIKE: usize = 34;

/// The paragraphs of `text` in order, each with the item of the paragraph of `before` that it came from, or with a new
/// one. The same text against the same paragraphs gives the same items.
pub fn read_blocks(before: &[Block], text: &str) -> Vec<Block> {
    let new = paragraphs(text);
    let old: Vec<&str> = before.iter().map(|block| block.text.as_str()).collect();
    let fresh: Vec<&str> = new.iter().map(String::as_str).collect();
    let mut from: Vec<Option<usize>> = vec![None; new.len()];
    let pairs = common(&old, &fresh);
    pairs.iter().for_each(|(at_old, at_new)| from[*at_new] = Some(*at_old));
    find_moved(&old, &fresh, &mut from);
    let (mut old_at, mut new_at) = (0, 0);
    for (next_old, next_new) in pairs.into_iter().chain([(old.len(), new.len())]) {
        find_edited(&old, &fresh, (old_at..next_old, new_at..next_new), &mut from);
        (old_at, new_at) = (next_old + 1, next_new + 1);
    }
    let mut items: Vec<Option<ItemId>> = from.iter().map(|from| from.map(|from| before[from].item.clone())).collect();
    for at in 0..items.len() {
        if items[at].is_none() {
            let is_taken = |id: &ItemId| {
                before.iter().any(|block| block.item == *id) || items.iter().flatten().any(|item| item == id)
            };
            items[at] = new_item(&new[at], is_taken);
        }
    }
    items.into_iter().zip(new).filter_map(|(item, text)| Some(Block { item: item?, text })).collect()
}

/// The paragraphs as one text, an empty line between them.
pub fn text_of(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// A text at its empty lines, except those in a fenced block of code.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut is_fenced = false;
    for line in text.lines().chain([""]) {
        let begins = line.trim_start();
        if begins.starts_with("```") || begins.starts_with("~~~") {
            is_fenced = !is_fenced;
        }
        if !line.trim().is_empty() || is_fenced {
            lines.push(line.trim_end());
        } else if !lines.is_empty() {
            found.push(lines.join("\n"));
            lines.clear();
        }
    }
    // A fence that nobody closed.
    let rest = lines.join("\n");
    found.extend((!rest.trim().is_empty()).then(|| rest.trim_end().to_owned()));
    found
}

/// Paragraphs that stand elsewhere, word for word.
fn find_moved(old: &[&str], new: &[&str], from: &mut [Option<usize>]) {
    for at in 0..new.len() {
        if from[at].is_none() {
            let is_free = |found: &usize| old[*found] == new[at] && !from.contains(&Some(*found));
            from[at] = (0..old.len()).find(is_free);
        }
    }
}

/// Paragraphs that were edited between two that stayed: by place where as many stand there as before, else by what they
/// have in common.
fn find_edited(old: &[&str], new: &[&str], gap: (Range<usize>, Range<usize>), from: &mut [Option<usize>]) {
    let left: Vec<usize> = gap.0.filter(|at| !from.contains(&Some(*at))).collect();
    let open: Vec<usize> = gap.1.filter(|at| from[*at].is_none()).collect();
    if left.len() == open.len() {
        open.into_iter().zip(left).for_each(|(at, found)| from[at] = Some(found));
        return;
    }
    let mut next = 0;
    for at in open {
        let best = (next..left.len())
            .map(|place| (likeness(old[left[place]], new[at]), place))
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .max_by_key(|(likeness, place)| (*likeness, usize::MAX - *place));
        if let Some((_, place)) = best {
            from[at] = Some(left[place]);
            next = place + 1;
        }
    }
}

/// An id made from what a new paragraph says, so that two who add the same one add one.
fn new_item(text: &str, is_taken: impl Fn(&ItemId) -> bool) -> Option<ItemId> {
    let ids = (0_u32..=u32::MAX).filter_map(|turn| {
        let hash = Sha256::digest(format!("kith/paragraph/1\0{turn}\0{text}"));
        ItemId::parse(&hash.iter().take(6).fold("p-".to_owned(), |id, byte| format!("{id}{byte:02x}"))).ok()
    });
    ids.into_iter().find(|id| !is_taken(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "You meet every week.\n\nNotes stay between you.\n\nEither side can stop.";

    fn ids(blocks: &[Block]) -> Vec<&str> {
        blocks.iter().map(|block| block.item.as_str()).collect()
    }

    #[test]
    fn a_text_reads_back_as_itself() {
        let blocks = read_blocks(&[], TEXT);
        assert_eq!((blocks.len(), text_of(&blocks).as_str()), (3, TEXT));
        assert_eq!(read_blocks(&[], TEXT), blocks, "the same text gives the same items");
        assert_eq!(read_blocks(&blocks, TEXT), blocks);
        assert!(read_blocks(&blocks, " \n\n").is_empty());
    }

    #[test]
    fn an_edited_paragraph_keeps_its_item_and_a_new_one_gets_its_own() {
        let before = read_blocks(&[], TEXT);
        let [meet, notes, stop] = [0, 1, 2].map(|at: usize| before[at].item.as_str());
        let rows = [
            (
                "You meet every two weeks.\n\nNotes stay between you.\n\nEither side can stop.",
                vec![Some(meet), Some(notes), Some(stop)],
            ),
            (
                "New.\n\nYou meet every week.\n\nNotes stay between you.\n\nEither side can stop.",
                vec![None, Some(meet), Some(notes), Some(stop)],
            ),
            (
                "Either side can stop.\n\nYou meet every week.\n\nNotes stay between you.",
                vec![Some(stop), Some(meet), Some(notes)],
            ),
            ("You meet every week.\n\nEither side can stop.", vec![Some(meet), Some(stop)]),
            (
                "You meet every two weeks.\n\nAsk.\n\nNotes stay between the two of you.\n\nEither side can stop.",
                vec![Some(meet), None, Some(notes), Some(stop)],
            ),
        ];
        for (text, expected) in rows {
            let after = read_blocks(&before, text);
            assert_eq!(text_of(&after), text);
            let kept: Vec<Option<&str>> =
                ids(&after).into_iter().map(|id| ids(&before).contains(&id).then_some(id)).collect();
            assert_eq!(kept, expected, "{text}");
        }
    }

    #[test]
    fn equal_paragraphs_are_two_items_and_code_stays_whole() {
        let twice = read_blocks(&[], "Ask.\n\nAsk.");
        assert_ne!(twice[0].item, twice[1].item);
        assert_eq!(read_blocks(&[], "```\none\n\ntwo\n```\n\nAfter.").len(), 2);
        assert_eq!(read_blocks(&[], "```\nnobody\n\ncloses it").len(), 1);
    }
}
