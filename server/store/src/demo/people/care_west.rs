//! The ten of Care West.

use super::{LISBON, Row, person};
use crate::demo::calendar::HOME;
use crate::demo::teams::CARE_WEST;
use domain::actor::Role;
use domain::person::Availability::{Afternoons, Lunchtimes, Mornings};

pub(super) const PEOPLE: [Row; 10] = [
    person("Marguerite Delacroix", CARE_WEST, "Team lead", "Ten people, four hills, one diary.")
        .role(Role::Manager)
        .sits("Mill Lane, ground floor", HOME)
        .speaks("French, English, German")
        .meets(Mornings, 60)
        .knows("rota-planning 4p, running-a-meeting 4p, difficult-conversations 3, clinical-handover 3p, medication-round 3")
        .wants("outbreak-isolation 3 now, data-stories 2 soon")
        .teaches(&[("running-a-meeting", 30, "bring your next agenda")]),
    person("Kwabena Asante", CARE_WEST, "Nurse", "Two lines on a card beat a page in a folder.")
        .sits("Mill Lane, ground floor", HOME)
        .speaks("English, Twi")
        .meets(Lunchtimes, 150)
        .away(&[(6, 12)])
        .knows("cold-chain 4ppm, wound-care 4pp, clinical-handover 3p, infusion-pumps 3, medication-round 3m, asking-early 3p")
        .wants("infusion-pumps 4 soon, palliative-talks 3 soon")
        .teaches(&[("cold-chain", 30, "at the van, before seven"), ("wound-care", 45, ""), ("clinical-handover", 30, "drop in")]),
    person("Leïla Haddou", CARE_WEST, "Care assistant", "Sou do Porto, more or less. Ask me for the word.")
        .sits("Mill Lane, ground floor", HOME)
        .speaks("French, Arabic, Portuguese, English")
        .meets(Mornings, 120)
        .knows("portuguese-for-care 4pp, sign-language-basics 4p, dementia-companionship 3, palliative-talks 2p, moving-and-lifting 3, infusion-pumps 1")
        .wants("sql-for-reports 2 soon, data-stories 2 someday, infusion-pumps 2 soon, palliative-talks 4 now")
        .teaches(&[("portuguese-for-care", 30, "ten words a time"), ("sign-language-basics", 30, "at lunch, hands free")]),
    person("Þórunn Sigurðardóttir", CARE_WEST, "Senior nurse", "If it is not written down it did not happen. If it is written twice it happened wrong.")
        .sits("Mill Lane, ground floor", HOME)
        .speaks("Icelandic, Danish, English")
        .knows("medication-round 4ppm, wound-care 4p, clinical-handover 4pm, catheter-care 4p, winter-driving 3p, infusion-pumps 2")
        .wants("infusion-pumps 3 now")
        .teaches(&[("medication-round", 60, "first round together at six"), ("catheter-care", 45, "")]),
    person("Oluwaseun Adeyemi", CARE_WEST, "Care assistant", "Ask Seun. Everybody does.")
        .sits("Mill Lane, ground floor", HOME)
        .speaks("Yoruba, English")
        .knows("moving-and-lifting 3p, welcoming-newcomers 4pp, dementia-companionship 3p, van-checks 2, food-safety-checks 2")
        .wants("medication-round 2 soon, running-a-meeting 3 someday")
        .teaches(&[("welcoming-newcomers", 30, "for anyone who gets a new colleague")]),
    person("Caitríona Ní Dhomhnaill", CARE_WEST, "Community nurse", "I have a flask, a spare torch and time.")
        .sits("Mill Lane, ground floor", "Europe/Dublin")
        .speaks("Irish, English")
        .meets(Afternoons, 90)
        .knows("wound-care 4pm, clinical-handover 4p, medication-round 3, winter-driving 3p, catheter-care 3")
        .wants("portuguese-for-care 2 soon, grant-reports 2 someday")
        .teaches(&[("clinical-handover", 45, "by telephone, like the real one")]),
    person("Rafael Moreira", CARE_WEST, "Care assistant", "Three months here on exchange from Lisbon.")
        .sits("Mill Lane, ground floor", LISBON)
        .speaks("Portuguese, Spanish, English")
        .knows("portuguese-for-care 4p, moving-and-lifting 3, wheelchair-ramps-and-belts 2, allergen-matrix 1")
        .wants("allergen-matrix 2 soon, wound-care 2 soon, clinical-handover 2 soon"),
    person("Vesna Kovačević", CARE_WEST, "Nurse", "I like the old pumps and the new people.")
        .sits("Mill Lane, ground floor", HOME)
        .speaks("Croatian, German, English")
        .knows("medication-round 4p, wound-care 3p, catheter-care 3m, infusion-pumps 1, asking-early 3")
        .wants("infusion-pumps 3 someday, difficult-conversations 2 soon"),
    person("Minh Pham", CARE_WEST, "Trainee care assistant", "")
        .sits("Mill Lane, ground floor", HOME)
        .speaks("Vietnamese, German")
        .since(2)
        .knows("asking-early 1, keyboard-tricks 3")
        .wants("moving-and-lifting 3 now, medication-round 1 soon"),
    person("Elif Yıldız", CARE_WEST, "Occupational therapist", "A rail at the right height gives back a bathroom.")
        .sits("Mill Lane, ground floor", HOME)
        .speaks("Turkish, German, English")
        .meets(Lunchtimes, 90)
        .knows("fall-prevention 4pm, wheelchair-ramps-and-belts 3p, dementia-companionship 3, giving-feedback 3p, spreadsheet-models 1")
        .wants("spreadsheet-models 2 someday, sign-language-basics 3 soon")
        .teaches(&[("fall-prevention", 45, "on a first visit")]),
];
