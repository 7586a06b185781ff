//! The five places and what lies in each. Sidebar and bottom bar draw the same list, so they never differ.

use crate::session::Visitor;
use crate::ui::IconName;
use domain::actor::Role;

/// One of the five, with the pages in it.
pub struct Place {
    /// What it is called.
    pub label: &'static str,
    /// Its own page.
    pub href: String,
    /// Its picture.
    pub icon: IconName,
    /// Whether the bottom bar of a phone shows it.
    pub on_phone: bool,
    /// The pages in it.
    pub pages: Vec<Link>,
}

/// A page in a place.
pub struct Link {
    /// What it is called.
    pub label: &'static str,
    /// Where it is.
    pub href: String,
}

/// The places of somebody.
pub fn places(visitor: &Visitor) -> Vec<Place> {
    let me = format!("/people/{}", visitor.id);
    let mut places = vec![
        place("Home", "/", IconName::Home, vec![]),
        place(
            "People",
            "/people",
            IconName::People,
            vec![link("Skills atlas", "/skills"), link("Teams", "/teams"), link("Continuity", "/continuity")],
        ),
        place("Learn", "/exchanges", IconName::Learn, vec![]),
        place("Celebrate", "/thanks", IconName::Celebrate, vec![]),
        place(
            "Me",
            &me,
            IconName::Me,
            vec![
                link("My profile", &format!("{me}/edit")),
                link("Notifications", "/notifications"),
                link("Settings", "/settings"),
            ],
        ),
    ];
    if visitor.is_at_least(Role::OrgAdmin) {
        let pages = vec![link("Members", "/admin/members"), link("Import", "/admin/import")];
        places.push(Place { on_phone: false, ..place("Admin", "/admin/members", IconName::Admin, pages) });
    }
    places
}

fn place(label: &'static str, href: &str, icon: IconName, pages: Vec<Link>) -> Place {
    Place { label, href: href.to_owned(), icon, on_phone: true, pages }
}

fn link(label: &'static str, href: &str) -> Link {
    Link { label, href: href.to_owned() }
}

/// How `href` stands to the page at `path`: `page` when it is that page, `true` when that page lies in it.
pub fn current(href: &str, path: &str) -> Option<&'static str> {
    if href == path {
        Some("page")
    } else {
        (href != "/" && path.starts_with(href) && path.as_bytes().get(href.len()) == Some(&b'/')).then_some("true")
    }
}
