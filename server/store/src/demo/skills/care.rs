//! Skills at the bedside and between people.

use super::{Row, skill};
use domain::skill::Criticality::{Critical, High, Low};

pub(super) const CARE: [Row; 9] = [
    skill(
        "Infusion pumps",
        "Setting up, checking and handing over a syringe or volumetric pump at home, including alarms and the night line.",
    )
    .levels([
        "Knows when to call the night line",
        "Sets up with someone beside",
        "Sets up and clears alarms alone",
        "Has taught it, and a learner passed the drill",
    ])
    .weighs(Critical)
    .teachers(3)
    .due_in(120)
    .after(&["medication-round"]),
    skill("Palliative talks", "Speaking with somebody who is dying, and with those who stay, so that it helps them and does not break you.")
        .levels([
            "Knows whom to ask to come",
            "Sits in, and says one true sentence",
            "Leads the talk and writes down what was wished",
            "Has gone with others into theirs, and stayed quiet",
        ])
        .weighs(Critical)
        .teachers(3),
    skill("Medication round", "Preparing, giving and recording medicines for a whole round, with the second look where it is due.")
        .levels([
            "Knows the five rights",
            "Gives what somebody else prepared",
            "Does the whole round and its records",
            "Has led newcomers through their first ten rounds",
        ])
        .weighs(Critical)
        .teachers(6),
    skill("Wound care", "Assessing, dressing and photographing wounds, and seeing early which one is turning.")
        .levels([
            "Sees when a dressing needs changing",
            "Changes a dressing with someone beside",
            "Assesses, dresses and photographs alone",
            "Has taught it to three colleagues or more",
        ])
        .weighs(High)
        .alone(8),
    skill("Clinical handover", "Passing on a person, not a list: what changed, what worries you, what the next shift must not miss.")
        .levels([
            "Knows the four headings",
            "Hands over with the sheet in hand",
            "Hands over ten people in fifteen minutes",
            "Has taught it at a real bed",
        ])
        .weighs(High)
        .alone(8),
    skill("Catheter care", "Changing, flushing and judging catheters at home without bringing anything in.").weighs(High).alone(4),
    skill("Moving and lifting", "Moving a person so that neither of you is hurt, with hoist, sheet or two hands.").alone(6),
    skill("Fall prevention", "Reading a flat for what somebody will trip over next month.").alone(3),
    skill("Dementia companionship", "Keeping somebody company whose memory has gone ahead.").alone(4),
];

pub(super) const WORDS: [Row; 8] = [
    skill(
        "Difficult conversations",
        "Saying what has to be said, early and in a room, so that both can work together the day after.",
    )
    .weighs(High)
    .alone(4),
    skill("Giving feedback", "What I saw, what it did, what I would try: in three sentences and within a week.")
        .alone(4),
    skill("Asking early", "Asking on day two instead of guessing until day ten.").weighs(Low).alone(3),
    skill("Welcoming newcomers", "A first week after which somebody knows where things are and whom to ask.").alone(3),
    skill("Running a meeting", "An agenda, an end, and everybody knows what they took away.").alone(3),
    skill("Calm radio calls", "Short, slow and in order, when the van is full and the road is closed.").alone(3),
    skill(
        "Portuguese for care",
        "Two hundred words for homes where Portuguese is spoken: pain, pills, yesterday, tomorrow.",
    )
    .alone(2),
    skill("Sign language basics", "Hello, hurts, here, thirsty, thank you, and how to be seen when you enter.")
        .weighs(Low)
        .alone(2),
];
