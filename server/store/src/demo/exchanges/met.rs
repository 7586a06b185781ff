//! Meetings at Fernhill that took place and that both sides confirmed.

use super::{held, opening};
use crate::demo::calendar::Calendar;
use crate::demo::dice::Dice;
use domain::exchange::Exchange;

/// One meeting as it is written down.
pub(super) struct Met {
    days: u32,
    minutes: u16,
    learner: &'static str,
    teacher: &'static str,
    skill: &'static str,
    ask: &'static str,
    thanks: &'static str,
    note: &'static str,
}

/// `minutes` long, `days` days ago: learner, teacher, skill.
const fn met(days: u32, minutes: u16, learner: &'static str, teacher: &'static str, skill: &'static str) -> Met {
    Met { days, minutes, learner, teacher, skill, ask: "", thanks: "", note: "" }
}

impl Met {
    /// What the learner asked, how they thanked, and what the teacher noted.
    const fn said(mut self, ask: &'static str, thanks: &'static str, note: &'static str) -> Self {
        self.ask = ask;
        self.thanks = thanks;
        self.note = note;
        self
    }

    pub(super) fn exchange(&self, calendar: &Calendar, dice: &mut Dice) -> Exchange {
        let start = calendar.workday_ago(self.days, *dice.one_of(&[540, 630, 750, 840, 930]));
        let opening = opening(self.learner, self.teacher, self.skill, self.minutes, self.ask);
        held(opening, start, (self.thanks, self.note), dice)
    }
}

pub(super) const MET: [Met; 46] = [
    met(3, 45, "wen-li", "amara-okafor", "clinical-handover").said(
        "I draw charts about handovers and have never heard one. May I listen?",
        "I moved the alert to the top of the screen this morning, because I heard what you say first.",
        "Listens well. Understood why the worry comes before the numbers.",
    ),
    met(9, 60, "amara-okafor", "rosalind-achterberg", "infusion-pumps").said(
        "I am at two of three set-ups. Can we do the third with the new pump?",
        "Third one without your hands. The drill with the backup pump next, please.",
        "Set up without help. One drill left.",
    ),
    met(22, 45, "kwabena-asante", "amara-okafor", "wound-care").said(
        "Mr Brandt's heel is turning and I would like to see how you decide.",
        "I can do it alone now. And I photograph before I think, as you said.",
        "Decides well. Writes better than I do.",
    ),
    met(10, 60, "leila-haddou", "amara-okafor", "palliative-talks").said(
        "The family speaks French with me. I do not want to run away from the question again.",
        "I stayed. I held on to the one sentence you gave me.",
        "She is braver than she believes. Next talk together, then hers.",
    ),
    met(29, 60, "ingrid-sorensen", "amara-okafor", "palliative-talks").said(
        "At night there is nobody else. I want to be able to lead this talk.",
        "You said almost nothing, and I learned when to do the same.",
        "Led it herself. I only listened.",
    ),
    met(55, 60, "hannelore-kessler", "amara-okafor", "palliative-talks").said(
        "I sing with them until the end. I would like to talk with them until then, too.",
        "Thank you for the chair beside the bed. I had always stood.",
        "Has the warmth. Needs the words; we wrote down six.",
    ),
    met(12, 30, "priya-raman", "jonas-weidner", "spreadsheet-models").said(
        "My rota sheet breaks whenever somebody adds a row. Show me how it should be built?",
        "The rota export saved my Sunday evening.",
        "Built it herself, I only pointed.",
    ),
    met(6, 30, "zoe-vandermeer", "priya-raman", "spreadsheet-models").said(
        "Could you show me the export that you use for the nights?",
        "I count the rest hours in a minute now.",
        "Already found a shorter way than mine.",
    ),
    met(17, 45, "jonas-weidner", "theo-nakamura", "stock-forecasting").said(
        "I build the order screen. I should know how you guess.",
        "It is not guessing. I have changed the screen accordingly.",
        "Asked for last winter's numbers first. Good sign.",
    ),
    met(24, 30, "theo-nakamura", "jonas-weidner", "spreadsheet-models").said(
        "Mine has eleven sheets and one truth, and I no longer know where.",
        "One sheet, one table. I slept well.",
        "We deleted ten sheets together.",
    ),
    met(13, 60, "jonas-weidner", "noor-halabi", "backup-restore").said(
        "If you fall ill nobody can restore. I would like to change that.",
        "It booted. I have never been so glad to see a login screen.",
        "With the notes and two hints. Next time no hints.",
    ),
    met(17, 60, "dag-ek", "noor-halabi", "backup-restore").said(
        "I have the pager in December. May I do the small one with you?",
        "Step four will not get me again.",
        "Drill passed with help at step four.",
    ),
    met(40, 45, "mateo-duarte", "jonas-weidner", "sql-for-reports").said(
        "I want to count my own routes and not ask every Monday.",
        "I counted Tuesday's routes myself. Two were counted twice all year!",
        "Reads joins already. Next: his own question from an empty page.",
    ),
    met(31, 45, "sunniva-aas", "jonas-weidner", "sql-for-reports").said(
        "The funder wants visits by district, and I copy them by hand.",
        "You made me find the error myself. Annoying, and right.",
        "Could teach the finance half of this herself.",
    ),
    met(26, 60, "kwabena-asante", "rosalind-achterberg", "infusion-pumps").said(
        "Care West has nobody. Would you start with me?",
        "Set it up at the kitchen table this week, alone, with the family watching.",
        "Steady. He needs the alarms, then he can teach.",
    ),
    met(20, 60, "ingrid-sorensen", "rosalind-achterberg", "infusion-pumps").said(
        "When it rings at night I ring you. I would like to stop doing that.",
        "I changed a syringe at three, with you asleep.",
        "Two night visits more and she is alone.",
    ),
    met(44, 60, "thorunn-sigurdardottir", "rosalind-achterberg", "infusion-pumps").said(
        "I know the old one. Show me the new one, please, slowly.",
        "It is not worse than the old one. I take that back.",
        "Reads the manual. Rare.",
    ),
    met(58, 60, "giovanni-esposito", "rosalind-achterberg", "infusion-pumps").said(
        "Before winter I want to have touched one.",
        "Thank you for letting me make the mistake on the table and not in a home.",
        "Needs repetition, not explanation.",
    ),
    met(5, 60, "chidi-eze", "rosalind-achterberg", "medication-round").said(
        "My first round is next week. May I walk one with you before?",
        "I stopped at the right door and asked. You said that is the whole job.",
        "Asks before, not after. Keep that.",
    ),
    met(4, 30, "segun-balogun", "milica-jovanovic", "food-safety-checks").said(
        "Jean-Baptiste says the Monday walk is where one learns it.",
        "I heard the fridge too.",
        "Good nose. Writes the time down without being told.",
    ),
    met(3, 60, "minh-pham", "marisol-quintana", "moving-and-lifting").said(
        "I am small and Mr Weber is not. Please show me.",
        "He laughed, I did not fall, my back is fine.",
        "Uses the legs. Knows when to fetch the hoist.",
    ),
    met(22, 45, "zoe-vandermeer", "ottoline-marsh", "allergen-matrix").said(
        "I get asked at two in the morning and cannot ring you.",
        "Found celery in four seconds. At a bedside, in the dark.",
        "Ready for the night folder.",
    ),
    met(15, 45, "yusuf-demir", "ottoline-marsh", "allergen-matrix").said(
        "I put the matrix on the tablet and would like to know what it means.",
        "“May contain” is not “contains”. The button says so now.",
        "He fixed the tablet while we talked.",
    ),
    met(36, 45, "rafael-moreira", "ottoline-marsh", "allergen-matrix").said(
        "At home we have a red list. Here there is a table. Help?",
        "The table is better. I wrote to Lisbon.",
        "Trusts it now. Took one apple cake.",
    ),
    met(50, 30, "fatima-zahra-el-idrissi", "jean-baptiste-tchoumi", "allergen-matrix").said(
        "Mrs Kaya will not believe me that there is no nut in it.",
        "She believed the paper. She ate.",
        "Come back for the swaps.",
    ),
    met(28, 30, "mehmet-sahin", "kwabena-asante", "cold-chain").said(
        "The logger blinks and I do not know if I may drive on.",
        "Two lines on my sun visor. I drive on, or I do not.",
        "Knows the limits by heart now.",
    ),
    met(35, 30, "pedro-antunes", "kwabena-asante", "cold-chain").said(
        "I load the boxes. What do I look at?",
        "Agora sei. Thank you.",
        "Checks twice. Good.",
    ),
    met(21, 45, "delroy-campbell", "wen-li", "data-stories").said(
        "I have eleven slides about hiring and ten minutes.",
        "One picture. They asked questions instead of reading.",
        "Threw away nine charts without a tear.",
    ),
    met(47, 45, "henrik-lindholm", "wen-li", "data-stories").said(
        "The members' meeting falls asleep at my third table.",
        "They stayed awake.",
        "Begins with the sentence now.",
    ),
    met(38, 30, "mehmet-sahin", "tomas-rivera", "calm-radio-calls").said(
        "They say I shout. I want to be understood.",
        "I count to two before the button.",
        "Half as loud, twice as clear.",
    ),
    met(62, 30, "dariusz-szymanski", "grace-kiplagat", "calm-radio-calls").said(
        "At night one of us has to be the calm one.",
        "I heard myself on the recording. Never again like that.",
        "Has the voice for it.",
    ),
    met(14, 60, "emeka-nwosu", "gwendolyn-okonkwo-baptiste", "medication-round").said(
        "The exam asks for the morning round and I only know nights.",
        "Forty people before nine, and every one of them by name.",
        "Ready for help without prompting.",
    ),
    met(33, 60, "fatima-zahra-el-idrissi", "thorunn-sigurdardottir", "medication-round").said(
        "I know the vaccines. I would like to know the rest.",
        "Written once, in the right place. I see why.",
        "Careful. Let her prepare the next one.",
    ),
    met(19, 45, "nele-janssens", "aiko-tanabe", "pureed-meals").said(
        "Mine look like paint.",
        "A carrot that looks like a carrot! Mr Okello pointed at it.",
        "Moulds next time.",
    ),
    met(23, 45, "oisin-byrne", "theo-nakamura", "stock-forecasting").said(
        "I run out of the same three things every January.",
        "Two pallets now instead of a prayer in winter.",
        "Sees the pattern. Show him the holidays.",
    ),
    met(54, 45, "aiko-tanabe", "theo-nakamura", "stock-forecasting").said(
        "How many soft meals will there be in February?",
        "I ordered by the curve, and the store is empty in the right week.",
        "Fast.",
    ),
    met(11, 30, "caitriona-ni-dhomhnaill", "leila-haddou", "portuguese-for-care").said(
        "Three homes on my hill, and I only have “bom dia”.",
        "I asked where it hurts, and she told me. All of it.",
        "Good ear. Forty words.",
    ),
    met(41, 30, "elif-yildiz", "leila-haddou", "sign-language-basics").said(
        "One of my people reads hands, and I have pockets.",
        "He signed back. I understood half.",
        "Practise “slowly”.",
    ),
    met(14, 30, "marisol-quintana", "leila-haddou", "sign-language-basics").said(
        "I need “push”, “stop” and “well done”.",
        "“Well done” is the best one.",
        "Her hands already know how to explain.",
    ),
    met(37, 60, "gwendolyn-okonkwo-baptiste", "ines-carvalho", "difficult-conversations").said(
        "I write rotas so that two people do not meet. It would be shorter to say it.",
        "It took one coffee. I deleted the trick from the rota.",
        "She had the sentence ready; she needed the first word.",
    ),
    met(52, 60, "piotr-wojcik", "ines-carvalho", "difficult-conversations").said(
        "I say nothing, and then I say too much.",
        "I said it on the day.",
        "Wrote it down first. That is his way, and it works.",
    ),
    met(27, 60, "grace-kiplagat", "ines-carvalho", "difficult-conversations").said(
        "A driver and I have not spoken off the radio since spring.",
        "Nine minutes, after a year.",
        "She did all of it herself.",
    ),
    met(45, 45, "arjun-venkataraghavan", "noor-halabi", "network-basics").said(
        "From here I see only that it is dark.",
        "I found the cupboard by telephone, with Dag as my hands.",
        "Logical. Send him the drawings.",
    ),
    met(34, 45, "bjoern-hakansson", "eun-ji-park", "wound-care").said(
        "I see the feet first. What should I see?",
        "I sent you a photograph before anybody had asked.",
        "Sees early. Dresses slowly. Fine.",
    ),
    met(42, 45, "agnieszka-brzezinska", "ruth-oyelaran", "giving-feedback").said(
        "My drivers get it at the gate, at six, from me. There must be a better way.",
        "Three sentences, sitting down.",
        "We swapped. I got some, too.",
    ),
    met(30, 45, "meera-subramaniam", "bartholomew-fotheringay-ashworth", "month-end-close").said(
        "I do the invoices and never see where they end up.",
        "Now I know why you ask me on the second and not on the fifth.",
        "She found an accrual that I had missed.",
    ),
];
