//! The same made-up notes as in `cargo run --release -p domain --example search`, in SurrealDB with a full-text index in
//! memory, and the same thousand searches of them: what its own index costs and answers. It knows beginnings through an
//! analyzer that keeps them all, and no typos. `-- 500` takes in 500 of the notes; how long each hundred took is told.

#[path = "../../../app/domain/examples/search/texts.rs"]
mod texts;

use serde_json::json;
use std::io::Write;
use std::time::{Duration, Instant};
use surrealdb::engine::any::connect;
use texts::{NOTES, Texts};

const INDEX: &str = "
DEFINE ANALYZER words TOKENIZERS class FILTERS lowercase, ascii, edgengram(3, 10);
DEFINE TABLE note SCHEMALESS;
DEFINE INDEX note_text ON note FIELDS text FULLTEXT ANALYZER words BM25 HIGHLIGHTS;
";
const SEARCH: &str = "
SELECT title, search::score(0) AS score, search::highlight('<', '>', 0) AS text
FROM note
WHERE text @0@ $typed
ORDER BY score DESC
LIMIT 8
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().thread_stack_size(16 << 20).enable_all().build()?;
    runtime.block_on(measure())
}

async fn measure() -> Result<(), Box<dyn std::error::Error>> {
    let texts = Texts::new();
    let db = connect("mem://").await?;
    db.use_ns("search").use_db("search").await?;
    db.query(INDEX).await?.check()?;
    let before = resident();
    let notes = std::env::args().nth(1).map_or(Ok(NOTES), |notes| notes.parse())?;
    let mut out = std::io::stdout().lock();
    let begun = Instant::now();
    for batch in (0..notes).collect::<Vec<_>>().chunks(100) {
        let row = |number: &u32| {
            let (title, text) = texts.note(*number);
            json!({ "title": title, "text": text })
        };
        let rows: Vec<serde_json::Value> = batch.iter().map(row).collect();
        db.query("INSERT INTO note $rows RETURN NONE").bind(("rows".to_owned(), json!(rows))).await?.check()?;
        writeln!(out, "{:?} notes after {:?}", batch.last(), begun.elapsed())?;
        out.flush()?;
    }
    let mut times = Vec::new();
    let (gathered, grown) = (begun.elapsed(), resident().saturating_sub(before));
    for text in texts.searches() {
        let begun = Instant::now();
        let mut answer = db.query(SEARCH).bind(("typed".to_owned(), json!(text))).await?;
        let found: surrealdb::types::Value = answer.take(0)?;
        times.push(begun.elapsed());
        drop(found);
    }
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 1000).copied().unwrap_or(Duration::ZERO);
    writeln!(
        out,
        "{notes} of {NOTES} notes, {} bytes in all, indexed in {gathered:?}, {grown} KiB more",
        texts.bytes()
    )?;
    writeln!(out, "SurrealDB, notes alone       p50 {:?}  p99 {:?}  longest {:?}", at(500), at(990), at(999))?;
    Ok(())
}

/// How many kibibytes of memory the process takes, as Linux counts them; nothing elsewhere.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
