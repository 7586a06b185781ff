//! Which hashed files stay. A tab opened before a release asks for the files of its own time.

use serde::{Deserialize, Serialize};

/// How many generations are kept, the newest included.
const KEPT: usize = 3;

/// The file names of each generation, newest first.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Generations(Vec<Vec<String>>);

impl Generations {
    /// With these files as the newest. Going back to an older generation makes it the newest and forgets none.
    pub fn with(mut self, files: Vec<String>) -> Self {
        self.0.retain(|older| *older != files);
        self.0.insert(0, files);
        self.0.truncate(KEPT);
        self
    }

    /// Whether a file, or the file that this is the compressed form of, belongs to a generation that stays.
    pub fn keep(&self, name: &str) -> bool {
        let name = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
        self.0.iter().flatten().any(|kept| kept == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Generations;

    fn released(names: &[&str]) -> Generations {
        names.iter().fold(Generations::default(), |all, name| all.with(vec![(*name).to_owned()]))
    }

    #[test]
    fn the_last_three_generations_stay() {
        let all = released(&["a.js", "b.js", "c.js", "d.js"]);
        assert!(!all.keep("a.js"));
        assert!(all.keep("b.js") && all.keep("c.js") && all.keep("d.js"));
    }

    #[test]
    fn building_the_same_twice_is_one_generation() {
        assert_eq!(released(&["a.js", "b.js", "b.js"]), released(&["a.js", "b.js"]));
    }

    #[test]
    fn going_back_makes_an_older_generation_the_newest() {
        assert_eq!(released(&["a.js", "b.js", "a.js"]), released(&["b.js", "a.js"]));
    }

    #[test]
    fn the_compressed_form_stays_with_its_file() {
        let all = released(&["a.js"]);
        assert!(all.keep("a.js.br") && all.keep("a.js.gz") && !all.keep("b.js.br"));
    }
}
