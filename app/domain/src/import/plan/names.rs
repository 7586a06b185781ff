//! Finding teams, areas and skills by what people call them, and giving new ones an id.

use crate::id::{LONGEST, slug};
use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::str::FromStr;

/// The most candidates among which a misspelt name is looked for.
const MOST_CANDIDATES: usize = 5_000;

/// What is known by name. Names are told apart by their letters and signs, so C, C++ and C# are three; case and blanks
/// do not count.
pub(super) struct Names<Id> {
    by_name: HashMap<String, Id>,
    titles: Vec<String>,
    taken: HashSet<String>,
    next: HashMap<String, u32>,
}

impl<Id: Clone + Display + FromStr> Names<Id> {
    pub(super) fn of<'a>(known: impl Iterator<Item = (&'a Id, &'a str)>) -> Self
    where
        Id: 'a,
    {
        let mut names =
            Self { by_name: HashMap::new(), titles: Vec::new(), taken: HashSet::new(), next: HashMap::new() };
        for (id, name) in known {
            names.put(name, id.clone());
        }
        names
    }

    /// What is called so, or has this id.
    pub(super) fn find(&self, text: &str) -> Option<Id> {
        let by_id = || self.taken.contains(&text.to_lowercase()).then(|| text.to_lowercase().parse().ok()).flatten();
        self.by_name.get(&key(text)).cloned().or_else(by_id)
    }

    /// What is called so; new if nothing is. `None` when the name holds no letter or digit to make an id from.
    pub(super) fn find_or_add(&mut self, name: &str) -> Option<Id> {
        if let Some(known) = self.by_name.get(&key(name)) {
            return Some(known.clone());
        }
        let id: Id = self.free_slug(name)?.parse().ok()?;
        self.put(name, id.clone());
        Some(id)
    }

    /// A known name that is spelt much like `text`.
    pub(super) fn like(&self, text: &str) -> Option<String> {
        like(text, self.titles.iter())
    }

    fn put(&mut self, name: &str, id: Id) {
        self.taken.insert(id.to_string());
        self.titles.push(name.to_owned());
        self.by_name.entry(key(name)).or_insert(id);
    }

    /// The slug of `name`, with a number behind it when something else has it.
    fn free_slug(&mut self, name: &str) -> Option<String> {
        free_slug(name, &mut self.next, |slug| self.taken.contains(slug))
    }
}

/// The slug of `name` with the lowest number behind it that is free.
pub(super) fn free_slug(
    name: &str,
    next: &mut HashMap<String, u32>,
    is_taken: impl Fn(&str) -> bool,
) -> Option<String> {
    let slug = slug(name);
    if slug.is_empty() || !is_taken(&slug) {
        return (!slug.is_empty()).then_some(slug);
    }
    let stem: String = slug.chars().take(LONGEST - 8).collect();
    let number = next.entry(stem.clone()).or_insert(1);
    loop {
        *number += 1;
        let numbered = format!("{stem}-{number}");
        if !is_taken(&numbered) {
            return Some(numbered);
        }
    }
}

/// The one of `candidates` that is spelt most like `text`; `None` when none is, or there are too many to look.
pub(super) fn like<'a>(text: &str, candidates: impl ExactSizeIterator<Item = &'a String>) -> Option<String> {
    if candidates.len() > MOST_CANDIDATES {
        return None;
    }
    let wanted = key(text);
    let close = candidates.filter(|name| name.len().abs_diff(text.len()) <= 3).filter_map(|name| {
        let distance = strsim::osa_distance(&wanted, &key(name));
        (distance > 0 && distance <= 3 && distance * 3 <= wanted.chars().count()).then_some((distance, name))
    });
    close.min().map(|(_, name)| name.clone())
}

/// What makes two names the same: everything but case and blanks.
pub(super) fn key(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::SkillId;

    #[test]
    fn names_that_differ_only_in_signs_stay_apart() {
        let mut names: Names<SkillId> = Names::of(std::iter::empty());
        let ids: Vec<String> =
            ["C", "C++", "C#", "c", "  c++ "].iter().map(|name| names.find_or_add(name).unwrap().to_string()).collect();
        assert_eq!(ids, ["c", "c-2", "c-3", "c", "c-2"]);
        assert_eq!(names.find("C#").unwrap().as_str(), "c-3");
        assert_eq!(names.find("c-3").unwrap().as_str(), "c-3");
        assert_eq!(names.find("C-"), None);
        assert!(names.find_or_add("…").is_none());
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        let mut names: Names<SkillId> = Names::of(std::iter::empty());
        for name in ["Kubernetes", "Wound care", "Go"] {
            names.find_or_add(name);
        }
        assert_eq!(names.like("Kubernets").as_deref(), Some("Kubernetes"));
        assert_eq!(names.like("wuond care").as_deref(), Some("Wound care"));
        assert_eq!(names.like("Rust"), None);
    }

    #[test]
    fn many_names_with_one_slug_get_ids_quickly() {
        let mut names: Names<SkillId> = Names::of(std::iter::empty());
        for signs in 0..1_000 {
            assert!(names.find_or_add(&format!("C{}", "+".repeat(signs))).is_some());
        }
        assert_eq!(names.find(&format!("C{}", "+".repeat(999))).unwrap().as_str(), "c-1000");
    }
}
