//! What is read again of each kind of row, by its key.

pub(super) const PEOPLE: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('person', $key))";
pub(super) const TEAMS: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('team', $key))";
pub(super) const AREAS: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('area', $key))";
pub(super) const SKILLS: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('skill', $key))";
pub(super) const EXCHANGES: &str =
    "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('exchange', $key))";
pub(super) const CONFIRMATIONS: &str =
    "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('confirmation', $key))";
pub(super) const HOURS: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('hours_account', $key))";
pub(super) const DRILLS: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('drill', $key))";
pub(super) const ROUNDS: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('match_round', $key))";
pub(super) const WANTS: &str = "SELECT * OMIT id, in, out FROM $keys.map(|$key| type::record('wants', $key))";
pub(super) const OFFERS: &str = "SELECT * OMIT id, in, out FROM $keys.map(|$key| type::record('offers', $key))";
pub(super) const EVIDENCE: &str = "
RETURN $keys
    .map(|$key| (
        SELECT * OMIT id, in, out
        FROM type::record('evidence', [$key[0], $key[1], NONE]..[$key[0], $key[1], ..])
    ))
    .flatten()
";
pub(super) const THANKS: &str = "SELECT * OMIT id FROM thanks WHERE at >= $since";
pub(super) const PROGRAMS: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('program', $key))";
pub(super) const VERSIONS: &str = "
RETURN $keys
    .map(|$key| (
        SELECT * OMIT id, bytes
        FROM type::record('program_version', [$key, NONE]..[$key, ..])
    ))
    .flatten()
";
pub(super) const PARTICIPANTS: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('participant', $key))";
pub(super) const SWAP_RINGS: &str =
    "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('swap_ring', $key))";
pub(super) const COURSES: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('course', $key))";
pub(super) const SWAP_LOOKS: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('swap_look', $key))";
pub(super) const NOTES: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('note', $key))";
pub(super) const THREADS: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('thread', $key))";
pub(super) const COMMENTS: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('comment', $key))";
pub(super) const SESSIONS: &str =
    "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('learning_session', $key))";
pub(super) const OCCURRENCES_OF: &str = "
RETURN $keys
    .map(|$key| (
        SELECT * OMIT id
        FROM type::record('occurrence', [$key, NONE]..[$key, ..])
    ))
    .flatten()
";
pub(super) const PROPOSALS: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('host_proposal', $key))";
pub(super) const OCCURRENCES: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('occurrence', $key))";
pub(super) const PAIRS: &str = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('pair', $key))";
pub(super) const SEEKINGS: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('seeking', $key))";
pub(super) const MENTORS: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('mentor', $key))";
