//! Each row as a line of text: what the digest is made of, and what is shown where two graphs differ.

use super::{Digest, Graph, Link, PersonNode, SkillNode};
use crate::id::{PersonId, SkillId, TeamId};
use std::collections::BTreeMap;

/// A row in which two graphs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whose row it is: "person amara-okafor", "skill wound-care", "edge amara-okafor wound-care".
    pub row: String,
    /// What this graph says; `None` when it has no such row.
    pub here: Option<String>,
    /// What the other one says.
    pub there: Option<String>,
}

/// A line that is written over and over, so that a million rows need one piece of memory.
#[derive(Debug, Default)]
pub(super) struct Line(String);

impl Line {
    /// The digest of a person's row; of nothing when there is no such person.
    pub(super) fn person(&mut self, id: &PersonId, node: PersonNode, team: Option<&TeamId>) -> Digest {
        let works_here = if node.works_here { "here" } else { "gone" };
        let team = team.map_or("-", TeamId::as_str);
        self.written(node.is_known, &["person ", id.as_str(), ": ", works_here, " ", team], [])
    }

    /// The digest of a skill's row; of nothing when there is no such skill.
    pub(super) fn skill(&mut self, id: &SkillId, node: SkillNode) -> Digest {
        let numbers = [u32::from(node.people), u32::from(node.level.number()), node.weight];
        self.written(node.is_known, &["skill ", id.as_str(), ":"], numbers)
    }

    /// The digest of an edge.
    pub(super) fn edge(&mut self, person: &PersonId, skill: &SkillId, link: Link) -> Digest {
        let Link { level, chance, until, ties } = link;
        let numbers = [u32::from(level.number()), u32::from(chance), u32::from(until), u32::from(ties)];
        self.written(true, &["edge ", person.as_str(), " ", skill.as_str(), ":"], numbers)
    }

    /// Formatting by hand: a rebuild writes a million lines.
    fn written<const N: usize>(&mut self, is_there: bool, words: &[&str], numbers: [u32; N]) -> Digest {
        self.0.clear();
        if !is_there {
            return Digest::default();
        }
        words.iter().for_each(|word| self.0.push_str(word));
        for number in numbers {
            self.0.push(' ');
            self.push(number);
        }
        Digest::of(self.0.as_bytes())
    }

    fn push(&mut self, number: u32) {
        if number > 9 {
            self.push(number / 10);
        }
        self.0.push(char::from_digit(number % 10, 10).unwrap_or('0'));
    }
}

impl Graph {
    /// The rows in which this graph and `other` differ, by name; none when their digests are equal. O(E log E) when
    /// they are not.
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        if self.digest == other.digest {
            return Vec::new();
        }
        let (here, mut there) = (self.texts(), other.texts());
        let mut differences = Vec::new();
        for (row, here) in here {
            let there = there.remove(&row);
            if there.as_ref() != Some(&here) {
                differences.push(Difference { row, here: Some(here), there });
            }
        }
        differences.extend(there.into_iter().map(|(row, there)| Difference { row, here: None, there: Some(there) }));
        differences
    }

    /// Every row as text, by its name.
    pub(super) fn texts(&self) -> BTreeMap<String, String> {
        let mut line = Line::default();
        let mut texts = BTreeMap::new();
        let mut keep = |line: &Line| {
            if let Some((row, text)) = line.0.split_once(": ") {
                texts.insert(row.to_owned(), text.to_owned());
            }
        };
        for (node, slot) in self.nodes.people.iter().zip(0..) {
            line.person(self.people.id(slot), *node, node.team.map(|team| self.teams.id(team)));
            keep(&line);
            for (skill, link) in self.by_person.row(slot) {
                line.edge(self.people.id(slot), self.skills.id(skill), link);
                keep(&line);
            }
        }
        for (node, slot) in self.nodes.skills.iter().zip(0..) {
            line.skill(self.skills.id(slot), *node);
            keep(&line);
        }
        texts
    }
}
