//! Puts the parts where the server serves them from: `pkg/` under hashed names, `public/` as it is. Scripts and modules
//! name each other, so they keep their names in a folder that is named after all of them.
//! `public/loader.js` gets a hashed name too. In `public/sw.js`, the strings `"%BUILD%"` and `"%PRECACHE%"` stand for
//! this build's name and its list of addresses.

use std::fs;
use std::path::{Path, PathBuf};

use super::Site;
use super::bindgen::Prefetch;
use super::files;
use super::generations::Generations;
use super::hash::{Digest, hashed_name};
use super::manifest::{Assets, Hashed, Public};
use crate::fault::{Outcome, While};

const LOADER: &str = "/loader.js";
const SERVICE_WORKER: &str = "/sw.js";

/// What the stages before this one made.
#[derive(Debug)]
pub struct Parts {
    /// The folder of scripts and modules.
    pub program: PathBuf,
    pub prefetch: Prefetch,
    pub sheet: PathBuf,
}

/// Afterwards `assets.json` names files that are all there; it is written last.
pub fn publish(site: &Site, parts: &Parts) -> Outcome<Assets> {
    let source = site.paths.repo.join("public");
    let loader = source.join("loader.js");
    let (program, names) = place_program(site, &parts.program)?;
    let hashed = Hashed {
        css: place_hashed(site, &parts.sheet)?,
        loader: if loader.exists() { Some(place_hashed(site, &loader)?) } else { None },
        program,
        parts: names,
        prefetch: parts.prefetch.clone(),
    };
    let pkg: Vec<String> = hashed.addresses().collect();
    let public = public_files(&source)?;
    let assets = Assets::new(hashed, &public);
    for file in &public {
        let content = files::read(&source.join(&file.address[1..]))?;
        let content = if file.address == SERVICE_WORKER { name_build(&content, &assets) } else { content };
        replace(&site.folder.join(&file.address[1..]), &content)?;
    }
    prune(site, &pkg, &public)?;
    replace(&site.folder.join("assets.json"), to_json(&assets)?.as_bytes())?;
    Ok(assets)
}

/// Copies a file into `pkg/` under the name of its content and answers its address.
fn place_hashed(site: &Site, file: &Path) -> Outcome<String> {
    let content = files::read(file)?;
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let name = hashed_name(&name, &Digest::of(&content));
    replace(&site.folder.join("pkg").join(&name), &content)?;
    Ok(format!("/pkg/{name}"))
}

/// Copies scripts and modules into one folder below `pkg/`, and answers its address and what is in it.
fn place_program(site: &Site, program: &Path) -> Outcome<(String, Vec<String>)> {
    let mut parts = Vec::new();
    for file in files::below(program)? {
        let is_part = file.extension().is_some_and(|ending| ending == "js" || ending == "wasm");
        if let (true, Some(name)) = (is_part, file.file_name()) {
            parts.push((name.to_string_lossy().into_owned(), files::read(&file)?));
        }
    }
    let digest = Digest::of_all(parts.iter().map(|(name, content)| format!("{name} {}", Digest::of(content))));
    for (name, content) in &parts {
        replace(&site.folder.join("pkg").join(digest.short()).join(name), content)?;
    }
    Ok((format!("/pkg/{}", digest.short()), parts.into_iter().map(|(name, _)| name).collect()))
}

/// Writes a file; when that changes it, what was compressed from it goes.
fn replace(path: &Path, content: &[u8]) -> Outcome {
    if files::write(path, content)? {
        files::remove(&files::beside(path, ".br"))?;
        files::remove(&files::beside(path, ".gz"))?;
    }
    Ok(())
}

fn public_files(source: &Path) -> Outcome<Vec<Public>> {
    let found = files::below(source)?.into_iter().filter_map(|path| {
        let address = format!("/{}", path.strip_prefix(source).ok()?.display());
        (address != LOADER).then(|| Ok(Public { address, digest: Digest::of(&files::read(&path)?) }))
    });
    found.collect()
}

fn name_build(worker: &[u8], assets: &Assets) -> Vec<u8> {
    let list = serde_json::Value::from(assets.precache.clone()).to_string();
    let text = String::from_utf8_lossy(worker).replace("%BUILD%", &assets.build);
    text.replace("\"%PRECACHE%\"", &list).into_bytes()
}

/// Removes hashed files of generations that are over, and files that are no longer in `public/`.
fn prune(site: &Site, pkg: &[String], public: &[Public]) -> Outcome {
    let list = site.folder.join("generations.json");
    let earlier: Generations =
        fs::read(&list).ok().and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default();
    let names = pkg.iter().map(|address| address.trim_start_matches("/pkg/").to_owned());
    let generations = earlier.with(names.collect());
    for path in files::below(&site.folder)? {
        let address = format!("/{}", path.strip_prefix(&site.folder).unwrap_or(&path).display());
        if !stays(&address, &generations, public) {
            files::remove(&path)?;
        }
    }
    files::write(&list, to_json(&generations)?.as_bytes()).map(drop)
}

fn stays(address: &str, generations: &Generations, public: &[Public]) -> bool {
    if let Some(name) = address.strip_prefix("/pkg/") {
        return generations.keep(name);
    }
    let plain = address.strip_suffix(".br").or_else(|| address.strip_suffix(".gz")).unwrap_or(address);
    matches!(plain, "/assets.json" | "/generations.json") || public.iter().any(|file| file.address == plain)
}

fn to_json(value: &impl serde::Serialize) -> Outcome<String> {
    serde_json::to_string_pretty(value).while_doing("writing JSON")
}

#[cfg(test)]
mod tests {
    use super::{Assets, Digest, Generations, Prefetch, Public, name_build, stays};

    #[test]
    fn the_service_worker_carries_the_build_and_its_list() {
        let address = String::from("/pkg/kith.1.js");
        let assets = Assets {
            build: "0123456789ab".into(),
            css: address.clone(),
            js: address.clone(),
            wasm: address.clone(),
            loader: None,
            program: "/pkg/1".into(),
            split: "kith_split.js".into(),
            prefetch: Prefetch::new(),
            precache: vec![address],
        };
        let worker = name_build(br#"const build = "%BUILD%", list = "%PRECACHE%";"#, &assets);
        assert_eq!(String::from_utf8(worker).unwrap(), r#"const build = "0123456789ab", list = ["/pkg/kith.1.js"];"#);
    }

    #[test]
    fn what_is_no_longer_in_public_goes_and_what_is_stays_with_its_compressed_forms() {
        let public = [Public { address: "/offline.html".into(), digest: Digest::of(b"") }];
        let stays = |address| stays(address, &Generations::default(), &public);
        assert!(stays("/offline.html") && stays("/offline.html.br") && stays("/assets.json"));
        assert!(!stays("/gone.html") && !stays("/gone.html.gz") && !stays("/pkg/old.js"));
    }
}
