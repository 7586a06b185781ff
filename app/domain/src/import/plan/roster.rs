//! Finding people by handle, e-mail address or name.

use super::names::{free_slug, key, like};
use crate::id::{PersonId, slug};
use crate::org::Org;
use crate::person::Person;
use crate::text::EmailAddress;
use std::collections::{HashMap, HashSet};

/// Everybody, as they will be known once the rows so far are in.
pub(super) struct Roster {
    handles: HashMap<String, PersonId>,
    addresses: HashMap<EmailAddress, PersonId>,
    names: HashMap<String, Called>,
    titles: Vec<String>,
    left: HashSet<PersonId>,
    next: HashMap<String, u32>,
}

enum Called {
    One(PersonId),
    Several,
}

/// Who a cell is about.
pub(super) enum Found {
    /// This person.
    One(PersonId),
    /// More than one person has this name.
    Several,
    /// Nobody.
    Nobody,
}

impl Roster {
    pub(super) fn of(org: &Org) -> Self {
        let mut roster = Self {
            handles: HashMap::new(),
            addresses: HashMap::new(),
            names: HashMap::new(),
            titles: Vec::new(),
            left: HashSet::new(),
            next: HashMap::new(),
        };
        for person in org.all_people() {
            roster.put(person);
            if !person.is_active() {
                roster.left.insert(person.id.clone());
            }
        }
        roster
    }

    /// Puts a person, or what has changed about one.
    pub(super) fn put(&mut self, person: &Person) {
        let new = self.handles.insert(person.id.to_string(), person.id.clone()).is_none();
        self.addresses.insert(person.email.clone(), person.id.clone());
        if new {
            self.titles.push(person.id.to_string());
        }
        let called = match self.names.get(&key(person.name.as_str())) {
            None => Called::One(person.id.clone()),
            Some(Called::One(other)) if *other == person.id => return,
            Some(Called::One(_) | Called::Several) => Called::Several,
        };
        self.names.insert(key(person.name.as_str()), called);
    }

    /// Makes a person known by another handle too, as one file names them for the others.
    pub(super) fn also_known_as(&mut self, handle: &str, person: &PersonId) {
        self.handles.entry(slug(handle)).or_insert_with(|| person.clone());
    }

    /// Frees an address that its person no longer has.
    pub(super) fn free_address(&mut self, address: &EmailAddress) {
        self.addresses.remove(address);
    }

    pub(super) fn by_handle(&self, handle: &str) -> Option<&PersonId> {
        self.handles.get(&slug(handle))
    }

    pub(super) fn by_address(&self, address: &EmailAddress) -> Option<&PersonId> {
        self.addresses.get(address)
    }

    /// An id of their own for somebody who has no handle.
    pub(super) fn free_id(&mut self, name: &str) -> Option<PersonId> {
        let Self { handles, next, .. } = self;
        PersonId::parse(&free_slug(name, next, |slug| handles.contains_key(slug))?).ok()
    }

    pub(super) fn has_left(&self, person: &PersonId) -> bool {
        self.left.contains(person)
    }

    /// Who `text` is: an address, a handle, or a name that only one person has.
    pub(super) fn find(&self, text: &str) -> Found {
        let address = text.contains('@').then(|| EmailAddress::parse(text).ok()).flatten();
        if let Some(person) = address.and_then(|address| self.by_address(&address)) {
            return Found::One(person.clone());
        }
        // A name of several words may have the slug of a handle; it is still a name first.
        match self.names.get(&key(text)) {
            Some(Called::One(person)) => return Found::One(person.clone()),
            Some(Called::Several) if text.contains(' ') => return Found::Several,
            Some(Called::Several) | None => {}
        }
        match self.by_handle(text.trim_start_matches('@')) {
            Some(person) => Found::One(person.clone()),
            None if self.names.contains_key(&key(text)) => Found::Several,
            None => Found::Nobody,
        }
    }

    /// A handle that is spelt much like `text`.
    pub(super) fn like(&self, text: &str) -> Option<String> {
        like(text, self.titles.iter())
    }
}
