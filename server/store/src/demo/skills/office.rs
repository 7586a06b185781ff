//! Skills at the desk and in the cellar.

use super::{Row, skill};
use domain::skill::Criticality::{Critical, High, Low};

pub(super) const DIGITAL: [Row; 8] = [
    skill(
        "Backup restore",
        "Getting the care records back from last night's copy on an empty machine, with the clock running.",
    )
    .levels([
        "Knows where the copies are and who has the key",
        "Restores with the notes and somebody beside",
        "Restores from the notes alone",
        "Has led a drill with a learner at the keyboard",
    ])
    .weighs(Critical)
    .teachers(2)
    .due_in(100),
    skill("SQL for reports", "Asking the database a question instead of asking Wen.")
        .levels([
            "Reads a query and says what it counts",
            "Changes a query that works",
            "Writes a report with joins and checks it against a known number",
            "Has taught it with the learner's own question",
        ])
        .alone(4),
    skill("Spreadsheet models", "A sheet that still adds up when somebody adds a row.").alone(4),
    skill("Data stories", "One sentence, one picture, one number, for people who have two minutes.").alone(3),
    skill("Network basics", "Why the ward has no network, found in ten minutes from the cupboard inwards.")
        .weighs(High)
        .alone(3),
    skill("Reading logs", "Finding the one line among ten thousand that says what happened.").alone(3),
    skill("Writing tickets", "What I did, what I saw, what I expected, so that nobody has to ask back.")
        .weighs(Low)
        .alone(4),
    skill("Keyboard tricks", "The twelve keys that save an hour a week.").weighs(Low).alone(2),
];

pub(super) const FINANCE: [Row; 4] = [
    skill("Payroll run", "From hours and rates to 64 right payslips by the 27th, with the corrections of last month.")
        .levels([
            "Reads a payslip and explains it",
            "Prepares hours and checks totals",
            "Does a run with somebody looking on",
            "Has let somebody else press the button",
        ])
        .weighs(Critical)
        .teachers(2)
        .due_in(60)
        .after(&["invoice-matching"]),
    skill("Month-end close", "Accruals, reconciliations and a result by the fifth working day.").weighs(High).alone(3),
    skill("Grant reports", "Showing a funder what the money did, in their form and in our words.")
        .weighs(High)
        .alone(2),
    skill("Invoice matching", "Order, delivery, invoice: three papers that have to agree.").alone(2),
];

pub(super) const HOUSE: [Row; 4] = [
    skill("Rota planning", "A month of shifts that is legal, fair and survives the first sick call.")
        .levels([
            "Reads the rota and its marks",
            "Swaps two shifts without breaking a rule",
            "Plans a month for a team",
            "Has handed a month to somebody else to plan",
        ])
        .weighs(High)
        .alone(8),
    skill(
        "Door and key system",
        "Who can open what: chips, key safes, the alarm line, and what to do when a chip is lost at night.",
    )
    .levels([
        "Knows whom to call when a chip is lost",
        "Blocks and gives out chips with the list",
        "Programs doors and key safes alone",
        "Has let a deputy do a whole week of it",
    ])
    .weighs(Critical)
    .teachers(2),
    skill(
        "Generator start-up",
        "Starting the emergency generator and moving fridges and pumps onto it within fifteen minutes.",
    )
    .levels([
        "Knows which room, and where the key hangs",
        "Starts it with the card and somebody beside",
        "Starts it and moves the load alone",
        "Has led a drill in the dark",
    ])
    .weighs(Critical)
    .alone(2),
    skill("Outbreak isolation", "The first hour of an outbreak: who goes where, what is closed, who is told.")
        .levels([
            "Knows the red folder",
            "Sets up one room with the folder open",
            "Runs the first hour alone",
            "Has led a drill for another team",
        ])
        .weighs(Critical)
        .alone(3),
];
