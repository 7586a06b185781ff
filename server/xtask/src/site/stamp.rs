//! Skips a stage whose inputs are those of last time.

use std::fs;
use std::path::Path;

use super::files;
use super::hash::Digest;
use crate::fault::Outcome;

/// Does the work unless `output` is there and was made from the same inputs. The mark is written last, so work that
/// was interrupted is done again.
pub fn unless_unchanged(output: &Path, inputs: &Digest, work: impl FnOnce() -> Outcome) -> Outcome {
    let mark = files::beside(output, ".made-from");
    if output.exists() && fs::read_to_string(&mark).is_ok_and(|made_from| made_from == inputs.to_string()) {
        return Ok(());
    }
    files::remove(&mark)?;
    work()?;
    files::write(&mark, inputs.to_string().as_bytes()).map(drop)
}

#[cfg(test)]
mod tests {
    use super::unless_unchanged;
    use crate::fault::Fault;
    use crate::site::Digest;
    use std::fs;

    #[test]
    fn work_is_done_once_per_input_and_again_after_it_failed() {
        let folder = std::env::temp_dir().join(format!("kith-stamp-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let output = folder.join("output");
        let times = std::cell::Cell::new(0);
        let work = || {
            times.set(times.get() + 1);
            fs::write(&output, "made").map_err(|cause| Fault::new(cause.to_string()))
        };
        unless_unchanged(&output, &Digest::of(b"one"), work).unwrap();
        unless_unchanged(&output, &Digest::of(b"one"), work).unwrap();
        assert_eq!(times.get(), 1);
        unless_unchanged(&output, &Digest::of(b"two"), || Err(Fault::new("stopped"))).unwrap_err();
        unless_unchanged(&output, &Digest::of(b"one"), work).unwrap();
        assert_eq!(times.get(), 2);
        fs::remove_dir_all(folder).unwrap();
    }
}
