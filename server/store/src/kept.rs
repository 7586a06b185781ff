//! The organisation in memory as an earlier run left it: a file beside the embedded database, so that a start reads one
//! file and what has happened since instead of every row.
//!
//! The file is never the truth. It names the program that wrote it, the event it stands at and its own digest; one
//! that is torn, of another program, or of another log than the database now holds is passed over, and all rows are
//! read instead. On a database server there is no such file.

use crate::error::{Error, Fault, Result};
use crate::{Place, Reached, Store};
use domain::actor::Actor;
use domain::clocks::Day;
use domain::event::Seq;
use domain::org::{Kept, Org};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Changes with every source of `domain`, and with it whatever an organisation in memory may be.
const SHAPE: &str = env!("KITH_SHAPE");

/// So many events after the last time, the organisation is kept again: what a start has to catch up with at most.
const KEEP_EVERY: u64 = 1_000;
/// With more than this to catch up with, reading all rows is quicker.
const MOST_TO_CATCH_UP: u64 = 5_000;
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// The first line of the file.
#[derive(Debug, Serialize, Deserialize)]
struct Stand {
    shape: String,
    seq: Seq,
    chain: String,
    /// When levels were last worked out from all evidence.
    read_at: Timestamp,
    /// The SHA-256 of all that follows.
    digest: String,
}

impl Store {
    /// Takes the organisation from the file, and from the log what has happened since; false when there is nothing to
    /// rely on, and then nothing is taken.
    pub(crate) async fn take_kept(&self) -> Result<bool> {
        let Some(file) = file_of(self.place()) else { return Ok(false) };
        let read = tokio::task::spawn_blocking(move || read(&file)).await;
        let Some((stand, org)) = read.ok().flatten() else { return Ok(false) };
        let head = self.end_of_log().await?.seq;
        let is_near = head.0 >= stand.seq.0 && head.0 - stand.seq.0 <= MOST_TO_CATCH_UP;
        if !is_near || !self.is_of_today(stand.read_at) || self.chain_at(stand.seq).await? != stand.chain {
            return Ok(false);
        }
        let turn = self.applying().lock().await;
        *self.org_mut() = org;
        self.read_at().store(stand.read_at.0, Ordering::Relaxed);
        self.set_applied(Reached { seq: stand.seq, chain: stand.chain });
        drop(turn);
        self.reload_organisation().await?;
        self.catch_up().await?;
        // The graph and the words are made beside the start; whoever asks for them sooner waits for that.
        let store = self.clone();
        drop(tokio::task::spawn_blocking(move || {
            let org = store.org_here();
            org.words();
            org.graph().digest()
        }));
        Ok(true)
    }

    /// Writes the organisation as it is now to the file. Nothing is written where there is no folder for it.
    pub async fn keep(&self) -> Result<()> {
        let Some(file) = file_of(self.place()) else { return Ok(()) };
        let (kept, Reached { seq, chain }) = {
            let _turn = self.applying().lock().await;
            (Kept::from(&*self.org_here()), self.applied())
        };
        let read_at = Timestamp(self.read_at().load(Ordering::Relaxed));
        let stand = Stand { shape: SHAPE.to_owned(), seq, chain, read_at, digest: String::new() };
        let written = tokio::task::spawn_blocking(move || write(&file, stand, &kept)).await;
        match written {
            Ok(Ok(())) => Ok(()),
            Ok(Err(cause)) => Err(Error::Broken(Fault::new("keeping the organisation", &cause))),
            Err(cause) => Err(Error::Broken(Fault::new("keeping the organisation", &cause))),
        }
    }

    /// Keeps the organisation whenever much has happened, for ever, and works levels out anew when the day turns.
    pub async fn keep_up(&self) {
        let mut kept = Seq(0);
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            if let Err(error) = self.refresh_levels().await {
                tracing::warn!(%error, "levels could not be worked out anew; trying again");
            }
            let now = self.applied().seq;
            if now.0.saturating_sub(kept.0) < KEEP_EVERY {
                continue;
            }
            match self.keep().await {
                Ok(()) => kept = now,
                Err(error) => tracing::warn!(%error, "the organisation could not be kept; the next start takes longer"),
            }
        }
    }

    /// Evidence fades by the day. When the day has turned in UTC since levels were last worked out, works out anew who
    /// rates higher or lower than others, and all levels with it.
    pub(crate) async fn refresh_levels(&self) -> Result<()> {
        let read_at = Timestamp(self.read_at().load(Ordering::Relaxed));
        if self.is_of_today(read_at) {
            return Ok(());
        }
        self.work_out_leniency(&Actor::Console).await?;
        // A new table is an event, by which all has been read again already.
        if self.is_of_today(Timestamp(self.read_at().load(Ordering::Relaxed))) { Ok(()) } else { self.reload().await }
    }

    fn is_of_today(&self, read_at: Timestamp) -> bool {
        Day::utc(read_at) == Day::utc(self.clock().now())
    }

    async fn chain_at(&self, seq: Seq) -> Result<String> {
        let Some(before) = seq.0.checked_sub(1) else { return Ok(String::new()) };
        let event = self.events_after(Seq(before), 1).await?.pop();
        Ok(event.map(|logged| logged.chain).unwrap_or_default())
    }
}

fn file_of(place: &Place) -> Option<PathBuf> {
    match place {
        Place::Folder(folder) => Some(folder.join("kith").join("organisation")),
        Place::Memory | Place::Server { .. } => None,
    }
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whole, or not at all: the file gets its name when it is on the disk.
fn write(file: &Path, mut stand: Stand, kept: &Kept) -> std::io::Result<()> {
    let body = serde_json::to_vec(kept)?;
    stand.digest = digest(&body);
    let part = file.with_extension("part");
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut out = File::create(&part)?;
    serde_json::to_writer(&mut out, &stand)?;
    out.write_all(b"\n")?;
    out.write_all(&body)?;
    out.sync_all()?;
    std::fs::rename(part, file)
}

fn read(file: &Path) -> Option<(Stand, Org)> {
    let bytes = std::fs::read(file).ok()?;
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, body) = bytes.split_at(end + 1);
    let stand: Stand = serde_json::from_slice(line).ok()?;
    if stand.shape != SHAPE || stand.digest != digest(body) {
        return None;
    }
    let kept: Kept = serde_json::from_slice(body).ok()?;
    Some((stand, kept.into()))
}

#[cfg(test)]
mod tests {
    use super::{SHAPE, Stand, read, write};
    use crate::demo::company;
    use crate::{Clock, Place, Store};
    use domain::actor::Actor;
    use domain::clocks::Day;
    use domain::event::Seq;
    use domain::org::{Kept, Org};
    use domain::time::{Span, Timestamp};
    use std::fs;
    use std::path::PathBuf;

    const NOW: Timestamp = Timestamp(1_795_079_520_000);

    async fn fernhill() -> Org {
        let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
        store.load_company(&Actor::Console, &company(NOW)).await.unwrap();
        store.org_here().clone()
    }

    fn stand(shape: &str) -> Stand {
        Stand { shape: shape.to_owned(), seq: Seq(7), chain: "c0ffee".to_owned(), read_at: NOW, digest: String::new() }
    }

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("kith-kept-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_was_kept_is_read_as_it_was() {
        let (org, folder) = (fernhill().await, folder("whole"));
        let file = folder.join("deeper").join("organisation");
        write(&file, stand(SHAPE), &Kept::from(&org)).unwrap();
        let (stand, again) = read(&file).unwrap();
        assert_eq!((stand.seq, stand.chain.as_str(), stand.read_at), (Seq(7), "c0ffee", NOW));
        assert!(again == org, "the organisation differs from the one that was kept");
        fs::remove_dir_all(folder).unwrap();
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn levels_are_worked_out_anew_when_the_day_turns() {
        let clock = Clock::standing_at(NOW);
        let store = Store::in_memory(clock.clone()).await.unwrap();
        store.load_company(&Actor::Console, &company(NOW)).await.unwrap();
        let day = || store.org_here().weighing().day;
        let today = Day::utc(NOW);
        clock.set(today.plus(1).begins().before(Span::minutes(1)));
        store.refresh_levels().await.unwrap();
        assert_eq!(day(), today);
        clock.set(today.plus(1).begins());
        store.refresh_levels().await.unwrap();
        assert_eq!(day(), today.plus(1));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_file_that_is_torn_altered_or_of_another_program_is_passed_over() {
        let (kept, folder) = (Kept::from(&fernhill().await), folder("broken"));
        let file = folder.join("organisation");
        assert!(read(&file).is_none(), "there is none yet");
        write(&file, stand("another program"), &kept).unwrap();
        assert!(read(&file).is_none());
        write(&file, stand(SHAPE), &kept).unwrap();
        let whole = fs::read(&file).unwrap();
        fs::write(&file, &whole[..whole.len() / 2]).unwrap();
        assert!(read(&file).is_none());
        fs::write(&file, String::from_utf8(whole).unwrap().replace("Amara", "Amaro")).unwrap();
        assert!(read(&file).is_none());
        fs::remove_dir_all(folder).unwrap();
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_happened_since_is_caught_up_with_and_a_log_of_others_is_not_trusted() {
        let (org, folder) = (fernhill().await, folder("since"));
        let store = Store::open(Place::Folder(folder.join("data")), Clock::standing_at(NOW)).await.unwrap();
        let file = super::file_of(store.place()).unwrap();
        store.keep().await.unwrap();
        store.load_company(&Actor::Console, &company(NOW)).await.unwrap();
        assert!(store.take_kept().await.unwrap());
        assert!(*store.org_here() == org, "what happened since is missing");
        write(&file, stand(SHAPE), &Kept::from(&Org::default())).unwrap();
        assert!(!store.take_kept().await.unwrap(), "the seventh event is another one here");
        assert!(*store.org_here() == org);
        drop(store);
        fs::remove_dir_all(folder).unwrap();
    }
}
