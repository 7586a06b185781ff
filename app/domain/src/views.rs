//! Saved views of the directory: a name for a query. Some come with the product; a person keeps up to seven of their own.

use crate::actor::Actor;
use crate::id::ViewId;
use crate::org::Org;
use crate::people::{PeopleQuery, people_count};
use crate::query_string::link;
use crate::rejection::Rejection;
use crate::skills::unused;
use crate::text::Name;
use serde::{Deserialize, Serialize};

/// The most views that one person keeps.
pub const MOST_VIEWS: usize = 7;

/// A view that somebody saved for themself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// What they call it.
    pub name: Name,
    /// The query, in its one spelling.
    pub query: String,
}

impl SavedView {
    /// Where it is.
    pub fn link(&self) -> String {
        PeopleQuery { view: Some(self.id.clone()), ..PeopleQuery::parse(&self.query) }.link()
    }
}

/// The views above the directory, and what can be done with the one in front.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewTabs {
    /// Every view, those of the product first.
    pub tabs: Vec<ViewTab>,
    /// True when filters or order differ from every view: they can be saved as a new one.
    pub may_save: bool,
    /// The own view that the list started from, when it has been changed since: it can be updated.
    pub may_update: Option<SavedView>,
    /// The own view in front: it can be dropped.
    pub may_drop: Option<SavedView>,
}

/// One view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewTab {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub link: String,
    /// How many people it shows.
    pub count: u32,
    /// True for the one in front.
    pub is_current: bool,
}

const OURS: [(&str, &str); 3] =
    [("Everyone", ""), ("Could teach me", "for=teaches-me"), ("Wants what I teach", "for=wants-mine")];

/// The views with `query` in front.
pub fn view_tabs(org: &Org, actor: &Actor, saved: &[SavedView], query: &PeopleQuery) -> ViewTabs {
    let shown = query.as_view();
    let tab = |name: &str, link: String, view: &str| ViewTab {
        name: name.to_owned(),
        link,
        count: people_count(org, actor, &PeopleQuery::parse(view)),
        is_current: view == shown,
    };
    let mut tabs: Vec<ViewTab> = OURS.iter().map(|(name, view)| tab(name, link("/people", view), view)).collect();
    for view in saved {
        tabs.push(tab(view.name.as_str(), view.link(), &view.query));
    }
    let started_from = saved.iter().find(|view| query.view.as_ref() == Some(&view.id));
    let in_front = saved.iter().find(|view| view.query == shown);
    ViewTabs {
        may_save: tabs.iter().all(|tab| !tab.is_current) && saved.len() < MOST_VIEWS,
        may_update: started_from.filter(|view| view.query != shown && in_front.is_none()).cloned(),
        may_drop: in_front.cloned(),
        tabs,
    }
}

/// An id for a new view called `name`, beside the `saved` ones.
pub fn new_view(saved: &[SavedView], name: &Name) -> Result<ViewId, Rejection> {
    let free = |id: &ViewId| saved.iter().all(|own| own.id != *id);
    unused(name.as_str(), |slug| ViewId::parse(slug).ok().filter(free))
}

/// The views after `view` is added, or takes the place of the one with its id. Refuses an eighth view, a second one of
/// the same name, and one that shows everybody.
pub fn with_view(mut saved: Vec<SavedView>, mut view: SavedView) -> Result<Vec<SavedView>, Rejection> {
    view.query = PeopleQuery::parse(&view.query).as_view();
    if view.query.is_empty() {
        return Err(Rejection::invalid("query", "Choose a filter or an order first; this view shows everybody."));
    }
    let same_name = |other: &SavedView| other.id != view.id && other.name == view.name;
    if saved.iter().any(same_name) {
        return Err(Rejection::invalid("name", "You have a view of that name already. Choose another name."));
    }
    let own = saved.iter().position(|other| other.id == view.id);
    if own.is_none() && saved.len() >= MOST_VIEWS {
        return Err(Rejection::Conflict("You have seven views already. Drop one first.".into()));
    }
    match own.and_then(|place| saved.get_mut(place)) {
        Some(old) => *old = view,
        None => saved.push(view),
    }
    Ok(saved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    fn view(id: &str, name: &str, query: &str) -> SavedView {
        let name = Name::parse("name", name).unwrap();
        SavedView { id: id.parse().unwrap(), name, query: query.to_owned() }
    }

    fn tabs(saved: &[SavedView], query: &str) -> ViewTabs {
        view_tabs(&fernhill(), &signed_in("jonas-weidner"), saved, &PeopleQuery::parse(query))
    }

    #[test]
    fn each_view_counts_its_people_and_one_is_in_front() {
        let tabs = tabs(&[view("v1", "Speaks Portuguese", "language=Portuguese")], "for=wants-mine&page=2");
        let rows: Vec<(&str, u32, bool)> = tabs.tabs.iter().map(|t| (t.name.as_str(), t.count, t.is_current)).collect();
        let expected = [
            ("Everyone", 8, false),
            ("Could teach me", 1, false),
            ("Wants what I teach", 2, true),
            ("Speaks Portuguese", 2, false),
        ];
        assert_eq!(rows, expected);
        assert_eq!(tabs.tabs[3].link, "/people?language=Portuguese&view=v1");
        assert!(!tabs.may_save);
    }

    #[test]
    fn a_changed_view_can_be_updated_or_saved_as_new() {
        let saved = [view("v1", "Speaks Portuguese", "language=Portuguese")];
        let changed = tabs(&saved, "language=Portuguese&team=care&view=v1");
        assert_eq!((changed.may_save, changed.may_update.as_ref()), (true, Some(&saved[0])));
        let unchanged = tabs(&saved, "language=Portuguese&view=v1");
        assert_eq!(
            (unchanged.may_save, unchanged.may_update, unchanged.may_drop.as_ref()),
            (false, None, Some(&saved[0]))
        );
    }

    #[test]
    fn an_eighth_view_a_second_name_and_everybody_are_refused() {
        let seven: Vec<SavedView> =
            (0..7).map(|n| view(&format!("v{n}"), &format!("View {n}"), &format!("q=x{n}"))).collect();
        assert!(matches!(with_view(seven.clone(), view("v8", "Eight", "q=a")), Err(Rejection::Conflict(_))));
        assert_eq!(with_view(seven.clone(), view("v1", "One anew", "q=a")).unwrap()[1].query, "q=a");
        assert!(with_view(seven, view("v2", "View 3", "q=a")).is_err());
        assert!(with_view(Vec::new(), view("v1", "All", "page=3")).is_err());
    }
}
