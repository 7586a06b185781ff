//! Bundles `style/main.css` with everything it imports. A parse error fails the build.

use std::fs;
use std::path::PathBuf;

use super::hash::Digest;
use super::{Site, files, stamp};
use crate::fault::{Fault, Outcome, While};
use crate::run::Run;

/// The oldest browsers that the styles are written for.
const BROWSERS: &str = "chrome 125, firefox 128, safari 17.5";

/// One sheet for the whole site.
pub fn bundle(site: &Site) -> Outcome<PathBuf> {
    let folder = site.paths.repo.join("style");
    let (main, sheet) = (folder.join("main.css"), site.work.join("style/main.css"));
    if !main.exists() {
        return Err(Fault::new("style/main.css is missing").mend("git checkout -- style"));
    }
    let inputs = Digest::of_all([files::digest_below(&folder)?.to_string(), BROWSERS.to_owned()]);
    stamp::unless_unchanged(&sheet, &inputs, || {
        fs::create_dir_all(site.work.join("style")).while_doing("making a folder for the styles")?;
        let program = Run::new(&site.tools.lightningcss).args(["--bundle", "--minify", "--targets", BROWSERS]);
        let ended = program.inside(&site.paths.repo).arg(&main).arg("--output-file").arg(&sheet).quietly();
        ended.map_err(|fault| place_of_error(&fault.to_string()).map_or(fault, Fault::new))
    })?;
    Ok(sheet)
}

/// Lightning CSS shows its error as a Rust value; this is where and what, in the way editors open it.
fn place_of_error(said: &str) -> Option<String> {
    let after = |name: &str, end: &[char]| said.split_once(name)?.1.split(end).next();
    let (file, what) = (after("filename: \"", &['"'])?, after("kind: ", &[','])?);
    let line = after("line: ", &[','])?.parse::<u32>().ok()? + 1;
    let column = after("column: ", &[' ', '}'])?;
    Some(format!("{file}:{line}:{column}: {what}"))
}

#[cfg(test)]
mod tests {
    use super::place_of_error;

    #[test]
    fn an_error_is_shown_where_it_is() {
        let said = "thread 'main' panicked at src/main.rs:189:46:\ncalled `Result::unwrap()` on an `Err` value: Error { \
            kind: ParserError(EndOfInput), loc: Some(ErrorLocation { filename: \"style/base.css\", line: 153, column: 5 }) }";
        assert_eq!(place_of_error(said).as_deref(), Some("style/base.css:154:5: ParserError(EndOfInput)"));
        assert_eq!(place_of_error("something else"), None);
    }
}
