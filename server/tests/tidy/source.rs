//! The repository's own files, with comments, texts and test modules told apart from the code that ships.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What is not ours or not source.
const NOT_OURS: [&str; 6] = [".git", "target", "node_modules", "results", "playwright-report", "test-results"];

/// What is read.
const ENDINGS: [&str; 9] = [".rs", ".css", ".ts", ".surql", ".js", ".toml", ".md", ".html", ".json"];

/// One file.
#[derive(Debug)]
pub struct Source {
    /// From the root of the repository.
    pub path: String,
    pub text: String,
    /// The same with every comment and the inside of every text blanked, line for line.
    pub code: String,
    /// The code again, with all that only tests get blanked too.
    product: String,
}

impl Source {
    /// A file as it would stand at `path`.
    pub fn sample(path: &str, text: &str) -> Self {
        let code = code(text);
        let product = if is_test(path) { blank(&code) } else { without_tests(&code) };
        Self { path: path.to_owned(), text: text.to_owned(), code, product }
    }

    /// The code that ships: without test modules, and nothing of a file of tests.
    pub fn product(&self) -> &str {
        &self.product
    }

    /// The code that tests: what [`Source::product`] leaves out.
    pub fn testing(&self) -> String {
        let pairs = self.code.chars().zip(self.product.chars());
        pairs.map(|(code, product)| if code == product && code != '\n' { ' ' } else { code }).collect()
    }

    /// Modules that this file declares for tests alone.
    fn test_modules(&self) -> impl Iterator<Item = String> + '_ {
        let folder = match self.path.rsplit_once('/') {
            Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder,
            Some(_) | None => self.path.trim_end_matches(".rs"),
        };
        let declared = self.code.split("#[cfg(test)]\n").skip(1).filter_map(|rest| {
            let name = rest.split(';').next()?.trim_start_matches("pub ").trim_start_matches("pub(crate) ");
            name.strip_prefix("mod ").filter(|name| !name.contains(['{', ' ']))
        });
        declared.map(move |name| format!("{folder}/{name}.rs"))
    }

    pub fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// `path:line: what`, as editors read it.
    pub fn fault(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }

    /// Every line of `text` (this file's, in one of its forms) in which `is_wrong` finds something.
    pub fn lines(&self, text: &str, is_wrong: impl Fn(&str) -> bool, what: &str) -> Vec<String> {
        let wrong = text.lines().enumerate().filter(|(_, line)| is_wrong(line));
        wrong.map(|(at, line)| self.fault(at + 1, &format!("{what}: {}", line.trim()))).collect()
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the server is a folder of the repository").to_owned()
}

/// Every file of ours that ends so, but for the checks themselves, whose samples are wrong on purpose.
pub fn files(ending: &str) -> Vec<&'static Source> {
    static ALL: LazyLock<Vec<Source>> = LazyLock::new(all);
    let found: Vec<&Source> = ALL.iter().filter(|file| file.path.ends_with(ending)).collect();
    assert!(!found.is_empty(), "no file of ours ends with {ending}");
    found
}

fn all() -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&root(), &mut paths);
    paths.retain(|path| ENDINGS.iter().any(|ending| path.ends_with(ending)) && !path.starts_with("server/tests/tidy/"));
    paths.sort();
    let mut all: Vec<Source> = paths.iter().map(|path| read(path)).collect();
    let tests: Vec<String> = all.iter().flat_map(|file| file.test_modules().collect::<Vec<_>>()).collect();
    for file in all.iter_mut().filter(|file| tests.contains(&file.path)) {
        file.product = blank(&file.code);
    }
    all
}

/// The file at `path`, from the root.
pub fn read(path: &str) -> Source {
    Source::sample(path, &fs::read_to_string(root().join(path)).unwrap())
}

fn walk(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                walk(&entry.path(), found);
            }
        } else {
            let path = entry.path();
            found.push(path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned());
        }
    }
}

/// Runs a check over files and fails with all that is wrong.
pub fn all_are_tidy(files: &[&Source], check: impl Fn(&Source) -> Vec<String>) {
    let faults: Vec<String> = files.iter().flat_map(|file| check(file)).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// True for files that hold nothing but tests.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("_tests.rs")
}

/// Nothing but the lines.
fn blank(code: &str) -> String {
    code.chars().map(|c| if c == '\n' { c } else { ' ' }).collect()
}

/// The code with every item that only tests get blanked.
fn without_tests(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find("#[cfg(test)]") {
        let item = &rest[at..];
        let open = item.find('{').unwrap_or(item.len());
        let end = match item.find(';') {
            Some(end) if end < open => end + 1,
            Some(_) | None => open + bracketed(item, open, '{', '}').len(),
        };
        kept.push_str(&rest[..at]);
        kept.push_str(&blank(&item[..end]));
        rest = &item[end..];
    }
    kept + rest
}

/// True when `line` holds `word` and not only a longer word around it.
pub fn has_word(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(is_part);
        let after = line[at + word.len()..].chars().next().is_some_and(is_part);
        !(before && word.starts_with(is_part) || after && word.ends_with(is_part))
    })
}

/// The part of `text` from `open` at `at` to the bracket that closes it.
pub fn bracketed(text: &str, at: usize, open: char, close: char) -> &str {
    let mut depth = 0_usize;
    for (offset, c) in text[at..].char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return &text[at..at + offset + c.len_utf8()];
            }
        }
    }
    &text[at..]
}

/// Rust without comments and without what stands inside texts and characters.
fn code(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let (end, kept) = piece(&chars, at);
        for (offset, c) in chars[at..end].iter().enumerate() {
            let is_edge = kept == Kept::Edges && (offset == 0 || at + offset + 1 == end);
            code.push(if kept == Kept::All || *c == '\n' || is_edge { *c } else { ' ' });
        }
        at = end;
    }
    code
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    All,
    Edges,
    Nothing,
}

/// Where the piece that begins at `at` ends, and what of it is kept.
fn piece(chars: &[char], at: usize) -> (usize, Kept) {
    let rest = &chars[at..];
    let until = |found: Option<usize>| found.map_or(chars.len(), |offset| at + offset);
    match rest {
        ['/', '/', ..] => (until(rest.iter().position(|c| *c == '\n')), Kept::Nothing),
        ['/', '*', ..] => (until(rest.windows(2).position(|pair| pair == ['*', '/']).map(|at| at + 2)), Kept::Nothing),
        ['r', '"', ..] | ['r', '#', '"' | '#', ..] if at == 0 || !chars[at - 1].is_alphanumeric() => {
            let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
            let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            let inside = 2 + hashes;
            let found = rest[inside..].windows(close.len()).position(|end| end == close);
            (until(found.map(|offset| inside + offset + close.len())), Kept::Edges)
        }
        ['"', ..] => (until(closing(rest, '"')), Kept::Edges),
        ['\'', '\\', ..] => (until(closing(rest, '\'')), Kept::Edges),
        ['\'', _, '\'', ..] => (at + 3, Kept::Edges),
        _ => (at + 1, Kept::All),
    }
}

/// The place after the quote that closes the text that `rest` begins with.
fn closing(rest: &[char], quote: char) -> Option<usize> {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            c if c == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

#[test]
fn comments_and_texts_are_told_from_code() {
    let text = "let a = \"x // y\"; // unwrap()\nlet b = r#\"panic!(\"\"#; let c: &'a str = '\\''; /* dbg!\n */ d";
    let code = code(text);
    for gone in ["unwrap", "panic", "dbg", "x // y"] {
        assert!(!code.contains(gone), "{code}");
    }
    assert!(code.contains("let a = \"") && code.contains("&'a str") && code.ends_with(" d"));
    assert_eq!(code.lines().count(), text.lines().count());
}

#[test]
fn what_only_tests_get_is_told_from_what_ships() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n fn b() {}\n}\nfn c() {}\n#[cfg(test)]\nmod d;\nfn e() {}\n";
    let file = Source::sample("app/src/mod.rs", text);
    for (name, ships) in [("fn a", true), ("fn b", false), ("fn c", true), ("mod d", false), ("fn e", true)] {
        assert_eq!((file.product().contains(name), file.testing().contains(name)), (ships, !ships), "{name}");
    }
    assert_eq!(file.test_modules().collect::<Vec<_>>(), ["app/src/d.rs"]);
    assert_eq!(Source::sample("server/tests/a.rs", "fn a() {}").product().trim(), "");
}

#[test]
fn a_word_is_found_only_whole() {
    assert!(has_word("use leptos::prelude", "leptos") && has_word("std::fs::read", "std::fs"));
    assert!(!has_word("use leptos_axum::x", "leptos") && !has_word("bypass", "pass"));
}
