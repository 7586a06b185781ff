//! A program of the care team, "Pairs for Care", made by Inês.

use crate::care::acting;
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::org::Org;
use domain::program::forms::{NewProgram, PublishForm, Published};
use domain::program::{
    Author, Digest, DraftForm, Participant, Phase, Program, ProgramKind, Proposal, Standing, drawn_up, merge, report,
};
use domain::time::Timestamp;
use store::{Error, Store};

pub const INES: &str = "ines-carvalho";
pub const SOL: &str = "sol-lindqvist";

pub async fn made(store: &Store) -> ProgramId {
    let new =
        NewProgram { kind: ProgramKind::Mentorship, template: "pairs".to_owned(), title: "Pairs for Care".to_owned() };
    store.create_program(&acting(INES), &new).await.unwrap()
}

/// The same, with so many seats, running.
pub async fn running(store: &Store, seats: &str) -> ProgramId {
    let id = made(store).await;
    if !seats.is_empty() {
        publish(store, INES, &id, &form(1, &[("seats", seats)])).await.unwrap();
    }
    store.move_program(&acting(INES), &id, Phase::Running).await.unwrap();
    id
}

pub fn form(base: u32, values: &[(&str, &str)]) -> DraftForm {
    let values = values.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    DraftForm { base, values, ..DraftForm::default() }
}

pub fn program(store: &Store, id: &ProgramId) -> Program {
    store.read(&Actor::Console, |org| Ok(org.program(id).cloned().unwrap())).unwrap()
}

/// The digest that somebody has seen who looks at what the form does.
pub fn seen(store: &Store, id: &ProgramId, form: &DraftForm, publish: &PublishForm) -> Digest {
    let now = store.clock().now();
    let shown = |org: &Org| {
        let history = org.history(id).unwrap();
        let merged = merge(&history, &Proposal::read(&history, form)?.proposal)?;
        let author = Author { by: None, at: now };
        let version = drawn_up(&history, &merged.proposal, &publish.publish()?, &author);
        let people: Vec<_> = org.participants(id).map(|one| org.who(one)).collect();
        Ok(report(&history, &people, &version, now).digest)
    };
    store.read(&Actor::Console, shown).unwrap()
}

/// Keeps the form as a draft, looks at what it does, and publishes it.
pub async fn publish(store: &Store, who: &str, id: &ProgramId, form: &DraftForm) -> Result<Published, Error> {
    publish_as(store, who, (id, form), PublishForm::default()).await
}

pub async fn publish_as(
    store: &Store,
    who: &str,
    (id, form): (&ProgramId, &DraftForm),
    chosen: PublishForm,
) -> Result<Published, Error> {
    store.keep_draft(&acting(who), id, form).await?;
    let seen = seen(store, id, form, &chosen);
    store.publish(&acting(who), id, &PublishForm { seen, ..chosen }).await
}

pub fn participant(store: &Store, id: &ProgramId, who: &str) -> Option<Participant> {
    store.read(&Actor::Console, |org| Ok(org.participant(id, &who.parse().unwrap()).cloned())).unwrap()
}

pub fn standing(store: &Store, id: &ProgramId, who: &str) -> Option<Standing> {
    participant(store, id, who).map(|one| one.standing)
}

/// Some moments later, so that what follows is after what was before.
pub fn later(now: Timestamp, minutes: i64) -> Timestamp {
    now.after(domain::time::Span::minutes(minutes))
}
