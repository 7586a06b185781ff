//! The titles that columns and files have in real exports, and what they mean here.

use super::Kind;
use super::columns::Field;
use crate::id::slug;

/// True when a column titled `title` says that it is `field`.
pub(super) fn named_exactly(kind: Kind, field: Field, title: &str) -> bool {
    let title = plain(title);
    synonyms(kind, field).contains(&title.as_str())
}

/// True when a column titled `title` is a slip of the pen away from `field`.
pub(super) fn named_nearly(kind: Kind, field: Field, title: &str) -> bool {
    let title = plain(title);
    title.len() >= 4 && synonyms(kind, field).iter().any(|known| strsim::normalized_levenshtein(known, &title) >= 0.8)
}

/// True when a file named `stem` says that it holds `kind`.
pub(super) fn holds(kind: Kind, stem: &str) -> bool {
    let stem = plain(stem);
    let names: &[&str] = match kind {
        Kind::Teams => &["teams", "team", "departments", "units", "orgunits", "groups", "abteilungen"],
        Kind::People => &["people", "persons", "employees", "staff", "members", "users", "colleagues", "mitarbeiter"],
        Kind::Skills => &["skills", "skillcatalogue", "skillcatalog", "competencies", "catalogue", "catalog"],
        Kind::Levels => {
            &["levels", "has", "ratings", "skilllevels", "personskills", "userskills", "assessments", "knows"]
        }
        Kind::Wants => &["wants", "interests", "wishes", "learning", "learninggoals", "wanttolearn"],
    };
    names.contains(&stem.as_str())
}

/// Lower-case letters and digits only: `E-Mail Address` and `email_address` are the same.
fn plain(title: &str) -> String {
    slug(title).replace('-', "")
}

fn synonyms(kind: Kind, field: Field) -> &'static [&'static str] {
    match (kind, field) {
        (Kind::Teams, Field::Name) => {
            &["team", "name", "teamname", "department", "unit", "orgunit", "group", "abteilung"]
        }
        (Kind::Skills, Field::Name) => {
            &["skill", "name", "skillname", "competency", "competence", "capability", "topic"]
        }
        (_, Field::Name) => {
            &["name", "fullname", "displayname", "personname", "employeename", "realname", "preferredname"]
        }
        (_, Field::Handle) => &[
            "handle",
            "username",
            "user",
            "login",
            "userid",
            "employeeid",
            "personid",
            "id",
            "nickname",
            "github",
            "uid",
        ],
        (_, Field::GivenName) => &["firstname", "givenname", "forename", "vorname", "prenom"],
        (_, Field::FamilyName) => &["lastname", "familyname", "surname", "nachname", "nom"],
        (_, Field::Email) => {
            &["email", "emailaddress", "mail", "workemail", "emailwork", "companyemail", "businessemail", "upn"]
        }
        (_, Field::Team) => {
            &["team", "teamname", "department", "dept", "unit", "orgunit", "group", "abteilung", "squad"]
        }
        (_, Field::JobTitle) => &["title", "jobtitle", "job", "position", "role", "jobrole", "function", "occupation"],
        (_, Field::Place) => &["place", "location", "office", "site", "city", "workplace", "building", "standort"],
        (_, Field::About) => &["about", "bio", "biography", "summary", "introduction", "description", "aboutme"],
        (_, Field::Zone) => &["timezone", "zone", "tz", "ianatimezone", "iana"],
        (_, Field::Languages) => &["languages", "language", "speaks", "spokenlanguages", "lang"],
        (_, Field::Availability) => &["availability", "available", "when", "preferredtime", "meets"],
        (_, Field::Teaching) => {
            &["teachinghours", "teaching", "hours", "hoursamonth", "hourspermonth", "capacity", "teachinghoursamonth"]
        }
        (_, Field::Learning) => {
            &["learninghours", "learning", "learninghoursamonth", "learningtime", "studyhours", "traininghours"]
        }
        (_, Field::LastDay) => &[
            "lastday",
            "leaveson",
            "leaving",
            "leavingdate",
            "enddate",
            "terminationdate",
            "lastworkingday",
            "exitdate",
        ],
        (_, Field::Parent) => {
            &["parent", "parentteam", "partof", "belongsto", "subteamof", "parentdepartment", "reportsto", "parentname"]
        }
        (_, Field::TeamKind) => &["kind", "type", "teamkind", "teamtype", "category"],
        (_, Field::Purpose) => &["purpose", "description", "about", "mission", "summary", "notes"],
        (_, Field::Area) => {
            &["area", "category", "group", "domain", "skillarea", "skillgroup", "cluster", "family", "skillcategory"]
        }
        (_, Field::Description) => &["description", "about", "definition", "summary", "details", "notes"],
        (_, Field::Criticality) => &["criticality", "critical", "importance", "risk", "priority"],
        (_, Field::TargetPeople) => {
            &["peopleneeded", "targetpeople", "needed", "target", "cover", "targetcover", "headcount", "requiredpeople"]
        }
        (_, Field::TargetLevel) => &["levelneeded", "targetlevel", "requiredlevel", "minimumlevel", "expectedlevel"],
        (_, Field::TargetDay) => {
            &["neededby", "targetdate", "targetday", "bywhen", "by", "due", "duedate", "deadline", "reachby"]
        }
        (_, Field::After) => &[
            "whatcomesbefore",
            "prerequisites",
            "prerequisite",
            "prereqs",
            "after",
            "comesafter",
            "requires",
            "buildson",
        ],
        (_, Field::Person) => &[
            "person",
            "handle",
            "email",
            "name",
            "user",
            "username",
            "employee",
            "emailaddress",
            "mail",
            "employeeid",
            "employeename",
            "personname",
            "fullname",
            "colleague",
            "who",
            "member",
        ],
        (_, Field::Skill) => {
            &["skill", "skillname", "competency", "competence", "capability", "topic", "what", "subject"]
        }
        (Kind::Wants, Field::Level) => {
            &["level", "targetlevel", "target", "wantedlevel", "goal", "desiredlevel", "aim"]
        }
        (_, Field::Level) => &[
            "level",
            "rating",
            "score",
            "proficiency",
            "skilllevel",
            "proficiencylevel",
            "grade",
            "currentlevel",
            "value",
        ],
        (_, Field::Priority) => &["priority", "urgency", "when", "howsoon", "interest", "importance"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_means_two_things_in_one_kind_for_certain() {
        for kind in Kind::ALL {
            let mut known: Vec<&str> = Vec::new();
            for title in kind.fields().iter().flat_map(|field| synonyms(kind, *field)) {
                assert!(!known.contains(title), "{title} is ambiguous among {}", kind.key());
                assert_eq!(plain(title), *title, "{title} can never be met");
                known.push(title);
            }
        }
    }

    #[test]
    fn every_template_explains_itself() {
        for kind in Kind::ALL {
            let header = kind.template().lines().next().unwrap();
            for title in header.split(',') {
                assert!(
                    kind.fields().iter().any(|field| named_exactly(kind, *field, title)),
                    "{title} of {}",
                    kind.key()
                );
            }
        }
    }
}
