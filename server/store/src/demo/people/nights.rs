//! The eight of the Night Team.

use super::{Row, person};
use crate::demo::calendar::HOME;
use crate::demo::teams::NIGHTS;
use domain::actor::Role;
use domain::person::Availability::{Afternoons, Mornings};

const PLACE: &str = "Harbour Road, night desk";

pub(super) const PEOPLE: [Row; 8] = [
    person("Dariusz Szymański", NIGHTS, "Night lead", "Awake at three so that you need not be.")
        .role(Role::Manager)
        .sits(PLACE, HOME)
        .speaks("Polish, German, English")
        .meets(Afternoons, 60)
        .knows("rota-planning 4p, clinical-handover 3p, calm-radio-calls 3p, outbreak-isolation 1, door-and-key-system 1")
        .wants("door-and-key-system 3 now, difficult-conversations 3 soon")
        .teaches(&[("rota-planning", 45, "nights and rest periods")]),
    person("Ingrid Sørensen", NIGHTS, "Night nurse", "At night you hear how a house breathes.")
        .sits(PLACE, HOME)
        .speaks("Danish, English, German")
        .meets(Afternoons, 120)
        .knows("palliative-talks 3p, medication-round 3p, infusion-pumps 2p, clinical-handover 3, wound-care 3")
        .wants("palliative-talks 4 now, infusion-pumps 3 now"),
    person("Zoë Vandermeer", NIGHTS, "Night care assistant", "Learning to make spreadsheets do the counting.")
        .sits(PLACE, HOME)
        .speaks("Dutch, English")
        .meets(Afternoons, 30)
        .knows("moving-and-lifting 3p, spreadsheet-models 2p, dementia-companionship 2, infusion-pumps 1, allergen-matrix 1")
        .wants("allergen-matrix 2 now, spreadsheet-models 3 soon"),
    person("Abena Mensah", NIGHTS, "Night care assistant", "Calm is a skill. So is tea.")
        .sits(PLACE, HOME)
        .speaks("English, Fante")
        .knows("dementia-companionship 4pp, moving-and-lifting 3, calm-radio-calls 3, food-safety-checks 2")
        .wants("palliative-talks 3 someday, wound-care 2 soon")
        .teaches(&[("dementia-companionship", 30, "for restless hours, on the phone")]),
    person("Giovanni Esposito", NIGHTS, "Night nurse", "Twelve homes, one flask, no hurry.")
        .sits(PLACE, HOME)
        .speaks("Italian, English")
        .meets(Afternoons, 90)
        .knows("medication-round 4pm, clinical-handover 4pp, wound-care 3, infusion-pumps 2, catheter-care 2")
        .wants("catheter-care 3 soon, infusion-pumps 3 someday")
        .teaches(&[("clinical-handover", 30, "the morning one, at half past five")]),
    person("Siobhán Gallagher", NIGHTS, "Night care assistant", "I know which doors stick.")
        .sits(PLACE, HOME)
        .speaks("English, Irish")
        .knows("moving-and-lifting 3p, winter-driving 3, van-checks 3p, door-and-key-system 1")
        .wants("clinical-handover 2 someday, sign-language-basics 2 someday"),
    person("Emeka Nwosu", NIGHTS, "Night care assistant", "Studying for the nursing exam between two and four.")
        .sits(PLACE, HOME)
        .speaks("Igbo, English")
        .meets(Mornings, 30)
        .knows("moving-and-lifting 3, medication-round 2p, asking-early 3p, wound-care 1")
        .wants("medication-round 4 now, wound-care 3 now"),
    person("Lieselotte Brandt", NIGHTS, "Night nurse", "Nineteen years of nights. I can dress a wound by the light of a fridge.")
        .sits(PLACE, HOME)
        .speaks("German")
        .knows("wound-care 4pp, clinical-handover 4m, medication-round 3, palliative-talks 2")
        .wants("keyboard-tricks 2 someday")
        .teaches(&[("wound-care", 45, "in German, please")]),
];
