//! Skills of the kitchen, the road and the store rooms.

use super::{Row, skill};
use domain::skill::Criticality::{High, Low};

pub(super) const KITCHEN: [Row; 5] = [
    skill(
        "Allergen matrix",
        "Finding the 14 allergens of any dish in the kitchen's matrix, and keeping it true when a dish changes.",
    )
    .levels([
        "Knows the 14 and where the matrix hangs",
        "Reads it for one plate",
        "Enters a swap so that the night team sees it",
        "Has shown another team how to read it",
    ])
    .weighs(High)
    .teachers(3),
    skill("Food safety checks", "Temperatures, dates and surfaces, written down so that an inspector nods.")
        .weighs(High)
        .alone(3),
    skill(
        "Shift handover, kitchen",
        "What is thawed, what is swapped and who gets it soft, before the early shift cooks.",
    )
    .alone(3),
    skill("Puréed meals", "Food that can be swallowed safely and still looks like food.").alone(2),
    skill("Menu costing", "What a week of menus costs before it is cooked.").weighs(Low).alone(2),
];

pub(super) const ROAD: [Row; 5] = [
    skill("Route planning", "Ninety stops, eleven vans, two bridges: an order that a driver would choose too.")
        .levels([
            "Reads a route sheet",
            "Moves a stop without breaking the round",
            "Plans a day for all vans",
            "Has taught it, with the map from memory",
        ])
        .weighs(High)
        .alone(4),
    skill("Winter driving", "Hills, ice and a fridge full of insulin.").alone(3),
    skill("Wheelchair ramps and belts", "Loading and fastening a chair so that its owner can sleep on the way.")
        .weighs(High)
        .alone(3),
    skill("Van checks", "Five minutes before the first stop that save the afternoon.").alone(3),
    skill("Tachograph records", "Hours, breaks and the form for when the card is full.").weighs(Low).alone(2),
];

pub(super) const SUPPLIES: [Row; 5] = [
    skill(
        "Cold chain",
        "Keeping vaccines and insulin between 2 and 8 degrees from the lorry to the arm, and proving it.",
    )
    .levels([
        "Reads the logger and knows the limits",
        "Loads a box that somebody else checks",
        "Runs a delivery and decides about a warm box",
        "Has taught drivers and cooks their part",
    ])
    .weighs(High)
    .teachers(6),
    skill("Stock forecasting", "How many dressings January needs, counted in October.").alone(3),
    skill("Ordering medicines", "From a request on paper to a box with the right name on it, by four o'clock.")
        .weighs(High)
        .alone(3),
    skill("Recall notices", "A batch is bad: find every box of it within the hour, and everyone who had one.")
        .weighs(High)
        .alone(3),
    skill("Dressing sizes", "Which of the sixty dressings is meant when somebody says the usual.").weighs(Low).alone(2),
];
