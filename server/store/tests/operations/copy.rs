//! Copies: out of one database and into another, whole or not at all.

use domain::actor::Actor;
use domain::org::Org;
use domain::rejection::Rejection;
use domain::time::Timestamp;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use store::demo::company;
use store::{Clock, Error, Store};

const NOW: Timestamp = Timestamp(1_795_079_520_000);

async fn empty() -> Store {
    Store::in_memory(Clock::standing_at(NOW)).await.unwrap()
}

async fn fernhill() -> Store {
    let store = empty().await;
    store.load_company(&Actor::Console, &company(NOW)).await.unwrap();
    store
}

/// How a copy says of which schema it is.
const VERSIONED: &str = "schema_version:main, version: 1 ";

fn org(store: &Store) -> Org {
    store.read(&Actor::Console, |org| Ok(org.clone())).unwrap()
}

/// A folder of a test's own, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("kith-copy-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn names(&self) -> Vec<String> {
        fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap_or_default();
    }
}

/// Why a copy was not made or not taken.
fn refused(outcome: Result<(), Error>) -> String {
    match outcome {
        Err(Error::Rejected(Rejection::Conflict(said))) => said,
        other => panic!("not refused: {other:?}"),
    }
}

/// Whether nobody has begun an organisation there; only the day for which levels would be worked out moves on.
fn holds_nothing(store: &Store) -> bool {
    let org = org(store);
    let kinds = [org.all_people().count(), org.teams().count(), org.areas().count(), org.skills().count()];
    kinds.iter().sum::<usize>() + org.exchanges().count() + org.thanks().len() == 0 && store.organisation().is_none()
}

async fn refused_and_empty(store: &Store, file: &Path) {
    let said = refused(store.restore(file).await);
    assert!(said.contains("no whole copy") && said.contains("Nothing of it came in"), "{said}");
    assert!(holds_nothing(store));
    assert_eq!(store.last_event().await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_comes_back_as_it_was_and_only_into_an_empty_database() {
    let (first, folder) = (fernhill().await, Folder::new("whole"));
    let file = folder.0.join("fernhill.surql");
    first.export(&file).await.unwrap();
    assert_eq!(folder.names(), ["fernhill.surql"], "nothing else is left beside it");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "it holds secrets");

    let second = empty().await;
    second.restore(&file).await.unwrap();
    assert_eq!(second.last_event().await.unwrap(), first.last_event().await.unwrap(), "with the chain of all before");
    assert_eq!(second.organisation(), first.organisation());
    assert!(org(&second) == org(&first), "the organisation differs from the one that was written");
    let before = second.last_event().await.unwrap().unwrap().event.seq;
    second.replace_company(&Actor::Console, &company(NOW)).await.unwrap();
    assert!(second.last_event().await.unwrap().unwrap().event.seq > before, "and the log goes on");

    let said = refused(second.restore(&file).await);
    assert!(said.contains("holds an organisation already"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_whole_copy_leaves_nothing_behind() {
    let folder = Folder::new("broken");
    let file = folder.0.join("fernhill.surql");
    fernhill().await.export(&file).await.unwrap();
    let whole = fs::read_to_string(&file).unwrap();
    let store = empty().await;
    let cut = whole.floor_char_boundary(whole.len() * 3 / 4);
    for text in ["", "Not a copy.", "OPTION IMPORT;\nINSERT [ { id: person:amara } ];", &whole[..cut]] {
        fs::write(&file, text).unwrap();
        refused_and_empty(&store, &file).await;
    }
    assert!(refused(store.restore(&folder.0.join("none")).await).contains("There is no file"));
    fs::write(&file, &whole).unwrap();
    store.restore(&file).await.unwrap();
    assert!(org(&store).people().count() > 60, "after all that it takes a whole one");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_copy_is_declared_anew_by_this_program() {
    let (first, folder) = (fernhill().await, Folder::new("older"));
    let file = folder.0.join("fernhill.surql");
    first.export(&file).await.unwrap();
    let text = fs::read_to_string(&file).unwrap();
    let declared = text.split("declared: '").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
    fs::write(&file, text.replace(declared, "an older program")).unwrap();
    let second = empty().await;
    second.restore(&file).await.unwrap();
    let again = folder.0.join("again.surql");
    second.export(&again).await.unwrap();
    assert!(fs::read_to_string(&again).unwrap().contains(declared));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_a_newer_program_is_refused_and_leaves_nothing_behind() {
    let (first, folder) = (fernhill().await, Folder::new("newer"));
    let file = folder.0.join("fernhill.surql");
    first.export(&file).await.unwrap();
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.matches(VERSIONED).count(), 1, "the row of the schema's version");
    fs::write(&file, text.replace(VERSIONED, "schema_version:main, version: 999 ")).unwrap();
    let second = empty().await;
    let said = refused(second.restore(&file).await);
    assert!(said.contains("newer Kith"), "{said}");
    assert!(holds_nothing(&second));
    fs::write(&file, &text).unwrap();
    second.restore(&file).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_never_replaced() {
    let (store, folder) = (empty().await, Folder::new("there"));
    let file = folder.0.join("notes.txt");
    fs::write(&file, "mine").unwrap();
    assert!(refused(store.export(&file).await).contains("exists already"));
    assert_eq!((fs::read_to_string(&file).unwrap(), folder.names()), ("mine".to_owned(), vec!["notes.txt".to_owned()]));
    assert!(store.export(&folder.0.join("no/such/folder")).await.is_err());
}
