//! Pages that change while somebody looks: which part of the organisation changed, as a signal.
//!
//! The browser keeps one stream of events for all its tabs, resumes it where it broke off, and bumps the signals of
//! what changed; resources that read them fetch again. On the server nothing changes while a page is made.

mod leader;
mod stream;

use domain::event::Topic;
use domain::id::PersonId;
use leptos::prelude::*;

/// How often each part changed since the page came, and whether the stream stands.
#[derive(Clone, Copy, Debug)]
pub struct Live {
    people: RwSignal<u32>,
    skills: RwSignal<u32>,
    exchanges: RwSignal<u32>,
    programs: RwSignal<u32>,
    sessions: RwSignal<u32>,
    library: RwSignal<u32>,
    talk: RwSignal<u32>,
    everything: RwSignal<u32>,
    /// Whose stream this page follows.
    followed: StoredValue<Option<PersonId>>,
    /// False while the server cannot be reached.
    pub is_connected: RwSignal<bool>,
}

impl Live {
    /// Offers the signals to the whole app.
    pub fn provide() -> Self {
        let live = Self {
            people: RwSignal::new(0),
            skills: RwSignal::new(0),
            exchanges: RwSignal::new(0),
            programs: RwSignal::new(0),
            sessions: RwSignal::new(0),
            library: RwSignal::new(0),
            talk: RwSignal::new(0),
            everything: RwSignal::new(0),
            followed: StoredValue::new(None),
            is_connected: RwSignal::new(true),
        };
        provide_context(live);
        live
    }

    /// The app's signals.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Goes on as `person` from `cursor` for as long as the page lives, however often it is asked to. In the browser
    /// only.
    pub fn follow(self, person: &PersonId, cursor: String) {
        if self.followed.with_value(|followed| followed.as_ref() != Some(person)) {
            self.followed.set_value(Some(person.clone()));
            leader::lead_or_listen(self, person, cursor);
        }
    }

    fn changed(self, topic: Topic) {
        match topic {
            Topic::People => bump(self.people),
            Topic::Skills => bump(self.skills),
            Topic::Exchanges => bump(self.exchanges),
            Topic::Programs => bump(self.programs),
            Topic::Sessions => bump(self.sessions),
            Topic::Library => bump(self.library),
            Topic::Talk => bump(self.talk),
            Topic::Everything => bump(self.everything),
            Topic::Session => stream::reload_soon(),
            Topic::Nothing => {}
        }
    }
}

fn bump(signal: RwSignal<u32>) {
    signal.update(|count| *count = count.wrapping_add(1));
}

/// A number that grows whenever something of `topic` changes: read it in a resource's source.
pub fn use_live(topic: Topic) -> Signal<u32> {
    let live = Live::here();
    let own = match topic {
        Topic::People => live.people,
        Topic::Skills => live.skills,
        Topic::Exchanges => live.exchanges,
        Topic::Programs => live.programs,
        Topic::Sessions => live.sessions,
        Topic::Library => live.library,
        Topic::Talk => live.talk,
        Topic::Everything | Topic::Session | Topic::Nothing => live.everything,
    };
    Signal::derive(move || own.get().wrapping_add(live.everything.get()))
}
