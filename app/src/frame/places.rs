//! The five places and what lies in each. Sidebar, bottom bar and the line of siblings draw the same list, so they
//! never differ; every page lies in one of them.

use crate::session::Visitor;
use crate::ui::IconName;
use domain::actor::Role;

/// One of the five, with the pages in it.
#[derive(Clone, Debug)]
pub struct Place {
    /// Which.
    pub area: Area,
    /// What it is called.
    pub label: &'static str,
    /// Its own page.
    pub href: String,
    /// Its picture.
    pub icon: IconName,
    /// The pages in it.
    pub pages: Vec<Link>,
    /// Pages of other places that one looks for here where only the bottom bar is.
    pub beside: Vec<Link>,
}

/// Names the places apart from who is looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// What comes next.
    Home,
    /// People, skills, teams.
    People,
    /// Programs and requests.
    Learn,
    /// Thanks.
    Celebrate,
    /// One's own.
    Me,
    /// What admins look after.
    Admin,
}

/// A page in a place.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it is called.
    pub label: &'static str,
    /// Where it is.
    pub href: String,
}

/// The places of somebody.
pub fn places(visitor: &Visitor) -> Vec<Place> {
    let me = format!("/people/{}", visitor.id);
    let people = vec![
        link("Skills atlas", "/skills"),
        link("Teams", "/teams"),
        link("Continuity", "/continuity"),
        link("Drills", "/drills"),
    ];
    let learn = vec![
        link("Programs", "/programs"),
        link("My pairs", "/pairs"),
        link("Mentoring", "/mentoring"),
        link("Skill swaps", "/swaps"),
        link("Sessions", "/sessions"),
        link("Library", "/library"),
        link("Questions", "/questions"),
        link("My requests", "/exchanges"),
        link("Hours", "/hours"),
        link("Who can teach me", "/start/people"),
    ];
    let own = vec![
        link("My profile", &me),
        link("My skills", "/me/skills"),
        link("Confirmations", "/confirmations"),
        link("Notifications", "/notifications"),
        link("Settings", "/settings"),
    ];
    let admin = admin(visitor);
    let beside = [link("My requests", "/exchanges")].into_iter();
    let beside = beside.chain(admin.clone()).collect();
    let mut places = vec![
        place(Area::Home, ("Home", "/"), IconName::Home, vec![]),
        place(Area::People, ("People", "/people"), IconName::People, people),
        place(Area::Learn, ("Learn", "/programs"), IconName::Learn, learn),
        place(Area::Celebrate, ("Celebrate", "/thanks"), IconName::Celebrate, vec![]),
        Place { beside, ..place(Area::Me, ("Me", &me), IconName::Me, own) },
    ];
    if let Some(Link { href, .. }) = admin.first().cloned() {
        places.push(place(Area::Admin, ("Admin", &href), IconName::Admin, admin));
    }
    places
}

/// What somebody looks after: nothing for most.
fn admin(visitor: &Visitor) -> Vec<Link> {
    let of_organisation = [
        ("Members", "/admin/members"),
        ("Hours", "/admin/hours"),
        ("Import", "/admin/import"),
        ("Mail", "/admin/mail"),
    ];
    let of_organisation = of_organisation.map(|(label, href)| link(label, href));
    let of_programs =
        [link("Programs", "/admin/programs"), link("Evidence", "/admin/evidence"), link("Reports", "/admin/reports")];
    let of_programs = of_programs.into_iter().chain([link("Audit", "/admin/audit")]);
    let own = of_organisation.into_iter().filter(|_| visitor.is_at_least(Role::OrgAdmin));
    own.chain(of_programs.filter(|_| visitor.is_at_least(Role::ProgramAdmin))).collect()
}

fn place(area: Area, (label, href): (&'static str, &str), icon: IconName, pages: Vec<Link>) -> Place {
    Place { area, label, href: href.to_owned(), icon, pages, beside: Vec::new() }
}

fn link(label: &'static str, href: &str) -> Link {
    Link { label, href: href.to_owned() }
}

impl Place {
    /// The pages beside each other in it, its own page first; fewer than two are no choice.
    pub fn siblings(&self) -> Vec<Link> {
        let own = Link { label: self.label, href: self.href.clone() };
        let is_listed = self.pages.iter().any(|page| page.href == own.href);
        let own = (!is_listed).then_some(own).into_iter();
        own.chain(self.pages.iter().cloned()).chain(self.beside.iter().cloned()).collect()
    }
}

/// The place in which the page at `path` lies for the person `me`; none for pages that belong to no place.
pub fn area_of(path: &str, me: &str) -> Option<Area> {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    match (parts.next(), parts.next()) {
        (None, _) => Some(Area::Home),
        (Some("people"), Some(person)) if person == me => Some(Area::Me),
        (Some("confirmations"), _) | (Some("new"), Some("confirmation")) => Some(Area::Me),
        (Some("programs" | "mentoring" | "pairs" | "swaps" | "sessions" | "library" | "questions"), _)
        | (Some("new"), Some("note" | "question")) => Some(Area::Learn),
        (Some("new"), Some("program")) => Some(Area::Admin),
        (Some("people" | "skills" | "teams" | "continuity" | "drills" | "new"), _) => Some(Area::People),
        (Some("exchanges" | "hours" | "start"), _) => Some(Area::Learn),
        (Some("thanks"), _) => Some(Area::Celebrate),
        (Some("me" | "notifications" | "settings"), _) => Some(Area::Me),
        (Some("admin" | "clear"), _) => Some(Area::Admin),
        (Some(_), _) => None,
    }
}

/// How `href` stands to the page at `path`: `page` when it is that page, `true` when that page lies below it.
pub fn current(href: &str, path: &str) -> Option<&'static str> {
    if href == path {
        Some("page")
    } else {
        (href != "/" && path.starts_with(href) && path.as_bytes().get(href.len()) == Some(&b'/')).then_some("true")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_lies_in_one_place() {
        let rows = [
            ("/", Some(Area::Home)),
            ("/people", Some(Area::People)),
            ("/people/amara", Some(Area::People)),
            ("/people/jonas", Some(Area::Me)),
            ("/people/jonas/edit", Some(Area::Me)),
            ("/skills/sql/edit", Some(Area::People)),
            ("/new/team", Some(Area::People)),
            ("/drills/new", Some(Area::People)),
            ("/start/2", Some(Area::Learn)),
            ("/hours", Some(Area::Learn)),
            ("/programs/pairs-for-care", Some(Area::Learn)),
            ("/mentoring/pairs-for-care/match", Some(Area::Learn)),
            ("/pairs/leila-and-amara", Some(Area::Learn)),
            ("/sessions/new", Some(Area::Learn)),
            ("/library/verify", Some(Area::Learn)),
            ("/new/note", Some(Area::Learn)),
            ("/questions/x", Some(Area::Learn)),
            ("/new/program", Some(Area::Admin)),
            ("/me/skills", Some(Area::Me)),
            ("/confirmations/x", Some(Area::Me)),
            ("/new/confirmation", Some(Area::Me)),
            ("/settings", Some(Area::Me)),
            ("/admin/import/x/check", Some(Area::Admin)),
            ("/search", None),
            ("/no/such/page", None),
        ];
        for (path, area) in rows {
            assert_eq!(area_of(path, "jonas"), area, "{path}");
        }
    }

    #[test]
    fn a_link_knows_its_page_and_the_pages_below() {
        assert_eq!(current("/people", "/people"), Some("page"));
        assert_eq!(current("/people", "/people/amara"), Some("true"));
        assert_eq!(current("/people", "/peoples"), None);
        assert_eq!(current("/", "/people"), None);
    }
}
