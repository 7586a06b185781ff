//! Puts the modules that lazy functions need into a few files. The splitter makes one module for each set of functions
//! that shares something: hundreds, most of them smaller than the request that fetches them. Which functions need a
//! module decides which file it goes into, so that no page fetches one twice.
//!
//! A pack is a module without code: each module in it is a custom section of its name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use wasm_encoder::{CustomSection, Module};

use super::bindgen::{MODULE, Prefetch, SCRIPT, SPLIT_SCRIPT};
use super::manifest::is_of;
use super::{Site, files};
use crate::fault::{Fault, Outcome, While};

/// The lazy function around every page of somebody who is signed in, and the one behind the first page before that.
const FRAME: &str = "frame";
pub const DOOR: &str = "door";

/// How the browser gets a module out of its pack.
const FETCH_PART: &str = include_str!("fetch_part.js");

/// What is published: the scripts, the module of every page, and the packs.
#[derive(Debug)]
pub struct Packed {
    pub folder: PathBuf,
    /// For each lazy function the packs it needs, by name without ending.
    pub prefetch: Prefetch,
}

/// Packs what is in `small`.
pub fn pack(site: &Site, small: &Path, prefetch: &Prefetch) -> Outcome<Packed> {
    let folder = site.work.join("packed");
    if folder.exists() {
        fs::remove_dir_all(&folder).while_doing("clearing the previous packs")?;
    }
    let pack_of = packs(prefetch);
    for name in [SCRIPT, MODULE] {
        files::write(&folder.join(name), &files::read(&small.join(name))?)?;
    }
    let script = files::read(&small.join(SPLIT_SCRIPT))?;
    let script = fetch_from_packs(&String::from_utf8_lossy(&script), &pack_of)?;
    files::write(&folder.join(SPLIT_SCRIPT), script.as_bytes())?;
    for pack in pack_of.values().collect::<BTreeSet<_>>() {
        let mut file = Module::new();
        for (module, _) in pack_of.iter().filter(|(_, of)| *of == pack) {
            let data = files::read(&small.join(format!("{module}.wasm")))?;
            file.section(&CustomSection { name: module.as_str().into(), data: data.into() });
        }
        files::write(&folder.join(format!("{pack}.wasm")), &file.finish())?;
    }
    Ok(Packed { folder, prefetch: of_functions(prefetch, &pack_of) })
}

/// The pack of each module. What the frame needs is needed everywhere, so it stays apart from what some pages share;
/// and what the door needs stays apart from both, or a first visit would fetch what it does not use.
fn packs(prefetch: &Prefetch) -> BTreeMap<String, String> {
    let mut needed_by = BTreeMap::<&String, BTreeSet<&String>>::new();
    for (function, modules) in prefetch {
        for module in modules {
            needed_by.entry(module).or_default().insert(function);
        }
    }
    let pack = |functions: &BTreeSet<&String>| {
        let has = |name| functions.iter().any(|function| is_of(function, name));
        let only = functions.first().and_then(|function| function.rsplit_once('_')).filter(|_| functions.len() == 1);
        match (has(FRAME), has(DOOR), only) {
            (true, true, _) => "pack_all".to_owned(),
            (true, false, _) => format!("pack_{FRAME}"),
            (false, _, Some((name, _))) => format!("pack_{name}"),
            (false, true, None) => format!("pack_with_{DOOR}"),
            (false, false, None) => "pack_shared".to_owned(),
        }
    };
    needed_by.into_iter().map(|(module, functions)| (module.clone(), pack(&functions))).collect()
}

/// For each function the packs of its modules, each once.
fn of_functions(prefetch: &Prefetch, pack_of: &BTreeMap<String, String>) -> Prefetch {
    let packs = |modules: &[String]| modules.iter().filter_map(|module| pack_of.get(module)).cloned().collect();
    let each = |(function, modules): (&String, &Vec<String>)| {
        let packs: BTreeSet<String> = packs(modules);
        (function.clone(), packs.into_iter().collect())
    };
    prefetch.iter().map(each).collect()
}

/// The splitter's script, which fetches each module by itself, made to take it out of its pack.
fn fetch_from_packs(script: &str, pack_of: &BTreeMap<String, String>) -> Outcome<String> {
    let mut made = script.to_owned();
    for module in pack_of.keys() {
        let fetched = format!("= fetch(new URL(\"./{module}.wasm\", import.meta.url));");
        if made.matches(&fetched).count() != 1 {
            return Err(Fault::new(format!("{SPLIT_SCRIPT} does not fetch {module} in the way that the site knows")));
        }
        made = made.replace(&fetched, &format!("= fetchPart(\"{module}\");"));
    }
    let packs = serde_json::to_string(pack_of).while_doing("writing JSON")?;
    Ok(format!("{made}\nconst PACK_OF = {packs};\n{FETCH_PART}"))
}

#[cfg(test)]
mod tests {
    use super::{Prefetch, fetch_from_packs, of_functions, packs};

    fn prefetch() -> Prefetch {
        let needs = |function: &str, modules: &[&str]| {
            (function.to_owned(), modules.iter().map(|&module| module.to_owned()).collect())
        };
        Prefetch::from([
            needs("door_1", &["chunk_1", "chunk_3", "split_door_1"]),
            needs("frame_1", &["chunk_1", "chunk_2", "split_frame_1"]),
            needs("home_1", &["chunk_1", "chunk_2", "chunk_3", "chunk_4", "split_home_1"]),
            needs("people_1", &["chunk_1", "chunk_4", "split_people_1"]),
        ])
    }

    #[test]
    fn no_page_fetches_a_module_twice_and_the_door_nothing_that_it_does_not_need() {
        let (prefetch, packs) = (prefetch(), packs(&prefetch()));
        assert_eq!(packs["chunk_1"], "pack_all");
        assert_eq!([&packs["chunk_2"], &packs["split_frame_1"]], ["pack_frame"; 2]);
        assert_eq!([&packs["chunk_3"], &packs["chunk_4"]], ["pack_with_door", "pack_shared"]);
        let wanted = of_functions(&prefetch, &packs);
        assert_eq!(wanted["door_1"], ["pack_all", "pack_door", "pack_with_door"]);
        assert_eq!(wanted["people_1"], ["pack_all", "pack_people", "pack_shared"]);
        for (function, modules) in &prefetch {
            assert!(modules.iter().all(|module| wanted[function].contains(&packs[module])), "{function}");
        }
    }

    #[test]
    fn each_module_comes_from_its_pack_and_a_script_of_another_shape_is_refused() {
        let prefetch = Prefetch::from([("home_1".to_owned(), vec!["split_home_1".to_owned()])]);
        let script = "const src = fetch(new URL(\"./split_home_1.wasm\", import.meta.url));\n";
        let made = fetch_from_packs(script, &packs(&prefetch)).unwrap();
        assert!(made.starts_with("const src = fetchPart(\"split_home_1\");"), "{made}");
        assert!(made.contains("{\"split_home_1\":\"pack_home\"}"), "{made}");
        assert!(fetch_from_packs("const src = load();", &packs(&prefetch)).is_err());
    }
}
