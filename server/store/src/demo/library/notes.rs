//! Notes at Fernhill: current, to verify, changed by somebody else, obsolete; one with three versions.

use super::super::calendar::Calendar;
use super::super::{line, name, people, skills};
use super::passage;
use domain::id::NoteId;
use domain::note::{Change, Draft, Months, Note, NoteMove, NoteVersion};
use domain::text::Line;
use domain::time::Timestamp;

/// A note as it is written down.
struct Row {
    id: &'static str,
    title: &'static str,
    skills: &'static [&'static str],
    by: &'static str,
    verifier: &'static str,
    every: u8,
    /// How many days ago it was written.
    days: u32,
    body: &'static str,
}

const ROWS: [Row; 12] = [
    Row {
        id: "clear-an-alarm",
        title: "Clear a pump alarm without waking the ward",
        skills: &["infusion-pumps"],
        by: "rosalind-achterberg",
        verifier: "vesna-kovacevic",
        every: 6,
        days: 64,
        body: "Two tones are a **kinked line**, three are **air**. Look before you press.\n\n1. Press *hold*. It is quiet for two minutes.\n2. Follow the line with your fingers from the bag down; most kinks sit under the elbow.\n3. Air: close the clamp first, then flush.\n4. Press *start* and stay until it has counted to ten.\n\nIf it beeps again within the minute, swap the pump. Write the number of the old one on the card on the trolley.",
    },
    Row {
        id: "four-sentences",
        title: "Hand over a night in four sentences",
        skills: &["clinical-handover"],
        by: "amara-okafor",
        verifier: "",
        every: 6,
        days: 221,
        body: "Not the list. The person.\n\n- **What changed** since you had them last.\n- **What worries me**, even if I cannot say why.\n- **What I did** about it.\n- **What you should look at first.**\n\nThen be quiet and let the other one ask. A handover without a question was not heard.",
    },
    Row {
        id: "photograph-a-wound",
        title: "Photograph a wound so that the next one sees it heal",
        skills: &["wound-care"],
        by: "eun-ji-park",
        verifier: "amara-okafor",
        every: 12,
        days: 47,
        body: "Same light, same distance, ruler beside it, no flash.\n\nTake the photograph **after** cleaning and **before** the dressing. Date on the ruler, not on the skin. Nobody’s face, nobody’s name.\n\n> A photograph that cannot be compared is a photograph of a leg.",
    },
    Row {
        id: "second-look",
        title: "The second look by telephone",
        skills: &["medication-round"],
        by: "gwendolyn-okonkwo-baptiste",
        verifier: "rosalind-achterberg",
        every: 6,
        days: 70,
        body: "When you are alone on the round, ring the other house before you open the locked drawer.\n\n1. Read the name, the medicine, the dose **from the box**, not from the plan.\n2. The other one reads the plan.\n3. Only when both say the same do you give it.\n\nThe spare key of the cold box hangs in the second cupboard, behind the gloves.",
    },
    Row {
        id: "restore-the-copy",
        title: "Restore last night’s copy of the care records",
        skills: &["backup-restore"],
        by: "noor-halabi",
        verifier: "",
        every: 3,
        days: 82,
        body: "On the empty machine in server room 2, never on the one that runs.\n\n1. Fetch the copy.\n2. Check its sum.\n3. Restore.\n4. Read ten records.",
    },
    Row {
        id: "joins-on-one-page",
        title: "Joins on one page",
        skills: &["sql-for-reports"],
        by: "jonas-weidner",
        verifier: "",
        every: 12,
        days: 55,
        body: "Draw the two tables as circles first.\n\n- Both have it: `JOIN`.\n- All of the left: `LEFT JOIN`; what is missing on the right is empty.\n- Somebody appears twice: the other table has two rows for them. Count *people*, not rows:\n\n```\nSELECT count(DISTINCT person) FROM shifts\n```",
    },
    Row {
        id: "block-a-chip",
        title: "Block a lost chip",
        skills: &["door-and-key-system"],
        by: "sol-lindqvist",
        verifier: "",
        every: 12,
        days: 38,
        body: "Before you make a new one. The grey folder is in the front office, second drawer; the list of numbers is inside its lid.\n\n1. Find the number by the name.\n2. *Doors → Chips → Block*. It takes until the next full hour.\n3. Medicine rooms have a list of their own: block it there **too**.\n4. Write the number on the list, with today’s date.",
    },
    Row {
        id: "up-to-the-button",
        title: "The payroll run up to the button",
        skills: &["payroll-run"],
        by: "hyacinth-palmer",
        verifier: "bartholomew-fotheringay-ashworth",
        every: 3,
        days: 29,
        body: "Always the practice company first.\n\n- Hours are closed on the 20th at noon. What comes later goes into the next month, whoever rings.\n- Night rates: look at the shift’s *beginning*, not its end.\n- Compare the sum with last month’s. More than three per cent apart means that somebody is missing or double.\n- Two people at the button. The other one reads the sum aloud.",
    },
    Row {
        id: "a-van-in-the-workshop",
        title: "Ninety stops with one van in the workshop",
        skills: &["route-planning"],
        by: "mateo-duarte",
        verifier: "grace-kiplagat",
        every: 6,
        days: 33,
        body: "Take the stops of the missing van apart by **bridge**, not by district: whoever crosses already takes the ones beyond.\n\nInsulin stays in the first third of every round. Laundry waits until the afternoon; it does not mind.",
    },
    Row {
        id: "the-first-hour",
        title: "Outbreak: the first hour",
        skills: &["outbreak-isolation", "clinical-handover"],
        by: "priya-raman",
        verifier: "rosalind-achterberg",
        every: 6,
        days: 76,
        body: "1. Nobody changes floors any more.\n2. One toilet for staff of the floor; a sheet of paper on the door is enough.\n3. Ring the night lead, the kitchen and the vans, in this order.\n4. Write down who was in which room since yesterday noon **while they remember**.\n\nWhat is cleaned with what hangs in the sluice.",
    },
    Row {
        id: "lunch-for-forty",
        title: "Puréed lunch for forty, and it still looks like food",
        skills: &["pureed-meals"],
        by: "hannelore-kessler",
        verifier: "",
        every: 12,
        days: 20,
        body: "Carrots and peas apart, never mixed. A spoon of the cooking water, not cream. Moulds from the second shelf; ten minutes in the cold hold the shape until table three.",
    },
    Row {
        id: "the-old-hoist",
        title: "Setting up the old ceiling hoist",
        skills: &["moving-and-lifting"],
        by: "marisol-quintana",
        verifier: "",
        every: 12,
        days: 240,
        body: "The key is in the box by the window. Turn left, wait for the light, then the long pole.",
    },
];

/// All of them by id, and every text that they had.
pub(in super::super) fn notes(calendar: &Calendar) -> (Vec<Note>, Vec<NoteVersion>) {
    let (mut notes, mut versions) = (Vec::new(), Vec::new());
    for row in &ROWS {
        let mut told = Told { note: written(calendar, row), versions: Vec::new() };
        told.versions.push(told.note.version(Line::default(), None));
        let told = later(calendar, told, row);
        versions.extend(told.versions);
        notes.push(told.note);
    }
    notes.sort_by(|a, b| a.id.cmp(&b.id));
    (notes, versions)
}

/// What became of a note since.
fn later(calendar: &Calendar, told: Told, row: &Row) -> Told {
    let at = |days| calendar.workday_ago(days, 11 * 60 + 20);
    match row.id {
        "restore-the-copy" => told
            .edited("jonas-weidner", "Step seven stood still; now it says how long", RESTORE_2, false, at(17))
            .edited("noor-halabi", "Where the key of the copy is", RESTORE_3, true, at(16)),
        "joins-on-one-page" => {
            let with_empty = format!("{}\n\nAn empty value is not nought: `coalesce(hours, 0)`.", row.body);
            told.edited("wen-li", "Empty is not nought", &with_empty, false, at(12))
        }
        "the-old-hoist" => {
            let why = line("The ceiling hoists are gone since spring; the new ones have a card of their own.");
            told.moves("marisol-quintana", NoteMove::MakeObsolete { why }, at(90))
        }
        "photograph-a-wound"
        | "clear-an-alarm"
        | "second-look"
        | "up-to-the-button"
        | "a-van-in-the-workshop"
        | "the-first-hour" => told.moves(row.verifier, NoteMove::Verify { n: 1 }, at(row.days - 2)),
        _ => told,
    }
}

const RESTORE_2: &str = "On the empty machine in server room 2, never on the one that runs.\n\n1. Fetch the copy.\n2. Check its sum.\n3. Restore. **It stands still for twenty minutes at step seven; that is normal.**\n4. Read ten records.";
const RESTORE_3: &str = "On the empty machine in server room 2, never on the one that runs. The key of the copy is in the safe of the front office, in the envelope with the red corner.\n\n1. Fetch the copy.\n2. Check its sum.\n3. Restore. **It stands still for twenty minutes at step seven; that is normal.**\n4. Read ten records, three of them from this week.";

/// A note on its way.
struct Told {
    note: Note,
    versions: Vec<NoteVersion>,
}

impl Told {
    /// After another text by somebody.
    fn edited(mut self, who: &str, why: &str, body: &str, vouches: bool, at: Timestamp) -> Self {
        let change = Change {
            base: self.note.n,
            title: self.note.title.clone(),
            body: passage(body),
            skills: self.note.skills.clone(),
            why: line(why),
        };
        let edited = self.note.edited(&people::id(who), change, vouches, at);
        self.note = edited.expect("the demo changes only what can be changed");
        self.versions.push(self.note.version(line(why), None));
        self
    }

    /// After a move that the product allows.
    fn moves(mut self, who: &str, step: NoteMove, at: Timestamp) -> Self {
        self.note = self.note.moved(&people::id(who), step, at).expect("the demo makes only moves that can be made");
        self
    }
}

fn written(calendar: &Calendar, row: &Row) -> Note {
    let draft = Draft {
        title: name(row.title),
        body: passage(row.body),
        skills: row.skills.iter().map(|skill| skills::id(skill)).collect(),
        session: None,
        verifier: (!row.verifier.is_empty()).then(|| people::id(row.verifier)),
        every: Months::try_from(row.every).expect("the demo’s own intervals are valid"),
    };
    let id = NoteId::parse(row.id).expect("the demo’s own words are valid");
    let at = calendar.workday_ago(row.days, 15 * 60 + 10);
    Note::written(id, people::id(row.by), draft, at).expect("the demo writes what can be written")
}
