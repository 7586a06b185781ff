//! The eleven of Care East.

use super::{Row, person};
use crate::demo::calendar::HOME;
use crate::demo::teams::CARE_EAST;
use domain::actor::Role;
use domain::person::Availability::{Afternoons, Lunchtimes, Mornings};

pub(super) const PEOPLE: [Row; 11] = [
    person("Priya Raman", CARE_EAST, "Team lead", "I plan for the day somebody is ill. Bring me the problem while it is small.")
        .role(Role::Manager)
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("English, Tamil, German")
        .meets(Mornings, 120)
        .knows("rota-planning 4pp, difficult-conversations 3p, giving-feedback 3p, clinical-handover 3p, medication-round 3, spreadsheet-models 3p, data-stories 1")
        .wants("data-stories 3 now, outbreak-isolation 2 soon")
        .teaches(&[("rota-planning", 45, "with your own month, not an example")]),
    person("Amara Okafor", CARE_EAST, "Community nurse", "Ask me how to say the hard thing kindly.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("English, Igbo, some Portuguese")
        .meets(Lunchtimes, 180)
        .knows("clinical-handover 4ppm, palliative-talks 4ppm, wound-care 4p, medication-round 3m, infusion-pumps 3p, dementia-companionship 3p, giving-feedback 3, asking-early 3p, spreadsheet-models 2, route-planning 1")
        .wants("infusion-pumps 4 now, route-planning 3 soon, spreadsheet-models 3 soon")
        .teaches(&[
            ("clinical-handover", 45, "at the ward or by video"),
            ("palliative-talks", 60, "two people at most"),
            ("wound-care", 45, "from January"),
        ]),
    person("Rosalind Achterberg", CARE_EAST, "Senior nurse", "Thirty-one winters in this. I retire in June and want to leave with empty pockets.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("Dutch, English, German")
        .meets(Mornings, 240)
        .since(1612)
        .knows("infusion-pumps 4pppm, medication-round 4ppm, wound-care 4p, clinical-handover 4pp, palliative-talks 3p, catheter-care 4p, outbreak-isolation 2, keyboard-tricks 1")
        .wants("keyboard-tricks 2 someday, giving-feedback 3 soon")
        .teaches(&[
            ("infusion-pumps", 60, "with a pump in your hands"),
            ("catheter-care", 45, "on a visit, when the person agrees"),
            ("medication-round", 60, "you lead, I watch"),
        ]),
    person("Gwendolyn Okonkwo-Baptiste", CARE_EAST, "Community nurse", "I keep the rota honest when Priya is away.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("English, French")
        .knows("medication-round 4pm, rota-planning 4m, clinical-handover 3p, wound-care 3, moving-and-lifting 3, infusion-pumps 2")
        .wants("infusion-pumps 3 soon, difficult-conversations 3 soon")
        .teaches(&[("medication-round", 60, "on the morning round"), ("rota-planning", 30, "for the swap rules only")]),
    person("Björn Håkansson", CARE_EAST, "Care assistant", "Former carpenter. Thresholds, handrails and patience.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("Swedish, English, German")
        .meets(Afternoons, 60)
        .knows("fall-prevention 4pp, moving-and-lifting 4p, dementia-companionship 3p, wheelchair-ramps-and-belts 3, wound-care 2")
        .wants("wound-care 3 soon, sign-language-basics 2 someday")
        .teaches(&[("fall-prevention", 30, "in a real flat, bring a tape measure"), ("moving-and-lifting", 45, "")]),
    person("Fatima Zahra El Idrissi", CARE_EAST, "Care assistant", "I carry the vaccine box and I know what is in it.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("Arabic, French, English")
        .knows("cold-chain 4pm, dementia-companionship 3p, moving-and-lifting 3, welcoming-newcomers 3p, allergen-matrix 2, medication-round 2")
        .wants("medication-round 3 now, allergen-matrix 3 soon")
        .teaches(&[("cold-chain", 30, "at the fridge, before the round")]),
    person("Piotr Wójcik", CARE_EAST, "Nurse", "Quiet, exact, early.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("Polish, English, German")
        .meets(Mornings, 90)
        .knows("medication-round 4pp, wound-care 4pm, catheter-care 3p, clinical-handover 3, reading-logs 1")
        .wants("palliative-talks 2 someday, difficult-conversations 3 soon, rota-planning 3 soon")
        .teaches(&[("wound-care", 45, "Tuesdays, after the clinic")]),
    person("Hannelore Kessler", CARE_EAST, "Care assistant", "I sing with people who have forgotten my name. They know the second verse.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("German, English")
        .knows("dementia-companionship 4ppp, moving-and-lifting 3p, fall-prevention 3, sign-language-basics 2, food-safety-checks 1")
        .wants("palliative-talks 2 soon")
        .teaches(&[("dementia-companionship", 45, "come along on a Thursday")]),
    person("Chidi Eze", CARE_EAST, "Trainee nurse", "Second week. I ask a lot and I write the answers down.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("English, Igbo")
        .since(2)
        .knows("asking-early 2, moving-and-lifting 2, medication-round 1")
        .wants("medication-round 3 now, wound-care 2 now, clinical-handover 2 now, infusion-pumps 1 soon"),
    person("Marisol Quintana", CARE_EAST, "Physiotherapist", "Standing up is the best exercise there is.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("Spanish, English")
        .meets(Lunchtimes, 120)
        .knows("moving-and-lifting 4ppm, fall-prevention 4p, giving-feedback 3, running-a-meeting 3p, wheelchair-ramps-and-belts 3p")
        .wants("data-stories 2 someday, sign-language-basics 2 soon")
        .teaches(&[("moving-and-lifting", 60, "in the gym, four people at most")]),
    person("Eun-ji Park", CARE_EAST, "Community nurse", "Photographs tell you what you forgot to write.")
        .sits("Harbour Road, 2nd floor", HOME)
        .speaks("Korean, English")
        .knows("wound-care 4ppm, clinical-handover 4p, catheter-care 3, medication-round 3p, spreadsheet-models 2")
        .wants("sql-for-reports 2 someday, catheter-care 4 soon")
        .teaches(&[("clinical-handover", 30, "by video is fine")]),
];
