//! A3, for the editor of programs: twenty admins type into one program at random for a minute, each draft kept letter
//! by letter as their browsers do. No character that was kept may be missing when they look again, no publish that was
//! acknowledged may be missing from the history, and nothing that somebody wrote may be replaced by somebody who has not
//! seen it.

use crate::Figure;
use crate::edits::roll;
use crate::fault::Fault;
use crate::ledger::{Acknowledged, Ledger};
use crate::workload::company;
use domain::actor::{Actor, Member, Role};
use domain::id::{PersonId, ProgramId};
use domain::program::forms::{PublishForm, Published, SettleForm};
use domain::program::{Digest, DraftForm, Policy, Take};
use domain::program_editor::EditorPage;
use domain::rejection::Rejection;
use std::path::Path as Folder;
use std::time::{Duration, Instant};
use store::{Clock, Error, Place, Store};
use tokio::task::JoinSet;

const ADMINS: u32 = 20;
const PEOPLE: u32 = 1_000;
const MINUTE: Duration = Duration::from_secs(60);
const PROGRAM: &str = "pairs-for-everybody";
/// The newest so many words of a text stay, so that it does not outgrow its field.
const WORDS: usize = 6;

pub fn measure() -> Result<Figure, Fault> {
    let folder = std::env::temp_dir().join(format!("kith-a3-{}", std::process::id()));
    let ledger = crate::runtime()?.block_on(together(&folder));
    std::fs::remove_dir_all(&folder).map_err(Fault::of)?;
    let ledger = ledger?;
    let faults = &ledger.faults;
    let ours = format!(
        "{} drafts kept, {} versions, {} conflicts settled: {}",
        ledger.kept,
        ledger.acknowledged.len(),
        ledger.settled,
        faults.first().map_or_else(|| "nothing lost".to_owned(), |first| format!("{} faults: {first}", faults.len())),
    );
    Ok(Figure { ours, reached: faults.is_empty() && ledger.settled > 0 })
}

async fn together(folder: &Folder) -> Result<Ledger, Fault> {
    let store = Store::open(Place::Folder(folder.to_owned()), Clock::Machine).await?;
    store.load_company(&Actor::Console, &company(PEOPLE)).await?;
    let mut admins = Vec::new();
    for number in 0..ADMINS {
        admins.push(Session::begin(&store, number).await?);
    }
    let end = Instant::now() + MINUTE;
    let mut sessions: JoinSet<_> = admins.into_iter().map(|admin| admin.until(end)).collect();
    let mut ledger = Ledger::default();
    while let Some(session) = sessions.join_next().await {
        ledger.add(session.map_err(Fault::of)??);
    }
    let program = ProgramId::parse(PROGRAM).map_err(Fault::of)?;
    store.read(&Actor::Console, |org| Ok(org.history(&program).map(|history| ledger.check(&history))))?;
    Ok(ledger)
}

/// One admin at the editor.
struct Session {
    store: Store,
    actor: Actor,
    program: ProgramId,
    number: u32,
    rolls: u64,
    ledger: Ledger,
}

impl Session {
    async fn begin(store: &Store, number: u32) -> Result<Self, Fault> {
        let id = PersonId::parse(&format!("person-{:05}", number + 1)).map_err(Fault::of)?;
        store.set_role(&Actor::Console, &id, Role::ProgramAdmin).await?;
        let actor = Actor::Person(Member { id, role: Role::ProgramAdmin, team: None });
        let program = ProgramId::parse(PROGRAM).map_err(Fault::of)?;
        Ok(Self { store: store.clone(), actor, program, number, rolls: 0, ledger: Ledger::default() })
    }

    async fn until(mut self, end: Instant) -> Result<Ledger, Fault> {
        let mut edits = 0;
        while Instant::now() < end {
            edits += 1;
            self.edit(edits).await?;
        }
        Ok(self.ledger)
    }

    /// Chance that is each admin's own, and the same in every run.
    fn lot(&mut self, end: u32) -> u32 {
        self.rolls += 1;
        roll(u64::from(self.number) << 32 | self.rolls, 0, end)
    }

    async fn look(&self) -> Result<EditorPage, Fault> {
        Ok(self.store.editor_page(&self.actor, &self.program, "form[policy]=everyone_now").await?)
    }

    /// Writes a word of their own into one of the texts, letter by letter, and publishes it or lets it wait.
    async fn edit(&mut self, edit: u32) -> Result<(), Fault> {
        let page = self.look().await?;
        let texts: Vec<_> = page.fields().filter(|field| is_text(&field.path)).collect();
        let chosen = self.lot(u32::try_from(texts.len()).map_err(Fault::of)?);
        let field = texts
            .get(usize::try_from(chosen).map_err(Fault::of)?)
            .ok_or_else(|| Fault("the editor has no texts".to_owned()))?;
        let (path, before) = (field.path.clone(), last_words(&field.text));
        let word = format!(" admin{}edit{edit}", self.number);
        for end in (1..=word.len()).step_by(4).chain([word.len()]) {
            let typed = format!("{before}{}", word.get(..end).unwrap_or(&word));
            let values = [(path.clone(), typed.trim().to_owned())].into();
            self.keep(DraftForm { base: page.base, values, ..DraftForm::default() }).await?;
        }
        if self.lot(5) > 0 { self.publish().await } else { Ok(()) }
    }

    /// Keeps what is typed, and looks whether it stands there to the letter.
    async fn keep(&mut self, form: DraftForm) -> Result<(), Fault> {
        self.store.keep_draft(&self.actor, &self.program, &form).await?;
        self.ledger.kept += 1;
        let page = self.look().await?;
        for (path, typed) in &form.values {
            // Somebody may have taken the field's stage away, which nobody does here.
            let shown = page.field(path).map(|field| field.text.as_str());
            if shown != Some(typed) {
                self.ledger.faults.push(format!("“{typed}” was kept in {path}, and {shown:?} stood there"));
            }
        }
        Ok(())
    }

    /// Settles what has to be, then publishes; looks again as often as others were quicker.
    async fn publish(&mut self) -> Result<(), Fault> {
        loop {
            let page = self.settled().await?;
            if page.review.count == 0 {
                return Ok(());
            }
            let form = PublishForm {
                policy: Policy::EveryoneNow,
                seen: Digest(page.review.seen.clone()),
                ..PublishForm::default()
            };
            match self.store.publish(&self.actor, &self.program, &form).await {
                Ok(Published::Live { n }) => {
                    let change = |change: &domain::program_editor::ChangeLine| {
                        let text = page.field(&change.path).map(|field| field.text.clone()).unwrap_or_default();
                        (change.path.clone(), text)
                    };
                    let writes = page.review.changes.iter().map(change).collect();
                    let by = self.actor.person().cloned();
                    self.ledger.acknowledged.push(Acknowledged { n, looked_at: page.head.n, by, writes });
                    return Ok(());
                }
                Err(Error::Rejected(Rejection::Stale(_))) => {}
                Ok(other) => return Err(Fault(format!("nothing was to be put off: {other:?}"))),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The page once no two values wait for a decision: both where that can be, else one of them by lot.
    async fn settled(&mut self) -> Result<EditorPage, Fault> {
        loop {
            let page = self.look().await?;
            let Some(card) = page.fields().find_map(|field| field.conflict.as_ref()) else { return Ok(page) };
            let take = match (&card.both, self.lot(2) == 0) {
                (Some(_), _) => Take::Both,
                (None, true) => Take::Mine,
                (None, false) => Take::Theirs,
            };
            let form =
                SettleForm { path: card.path.clone().try_into().map_err(|cause: Rejection| Fault::of(cause))?, take };
            match self.store.settle(&self.actor, &self.program, &form).await {
                Ok(()) => self.ledger.settled += 1,
                Err(Error::Rejected(Rejection::Stale(_))) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// The fields that hold texts which everybody may fill as they like.
fn is_text(path: &str) -> bool {
    path == "purpose" || path == "title" || path.ends_with("/about")
}

fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words[words.len().saturating_sub(WORDS)..].join(" ")
}
