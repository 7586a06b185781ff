//! The sixteen at desks: Digital, People & Learning, Finance & Payroll.

use super::{KOLKATA, LISBON, Row, person};
use crate::demo::calendar::HOME;
use crate::demo::teams::{DIGITAL, FINANCE, LEARNING};
use domain::actor::Role;
use domain::person::Availability::{Afternoons, Lunchtimes, Mornings};

pub(super) const DIGITAL_TEAM: [Row; 7] = [
    person("Jonas Weidner", DIGITAL, "Software engineer", "I build the handover screen. Show me where it slows you down.")
        .sits("Harbour Road, 3rd floor", HOME)
        .speaks("German, English")
        .meets(Lunchtimes, 180)
        .knows("sql-for-reports 4ppm, spreadsheet-models 4pp, reading-logs 4p, writing-tickets 3p, backup-restore 2p, network-basics 2, data-stories 2, clinical-handover 1")
        .wants("clinical-handover 2 now, backup-restore 4 now, difficult-conversations 3 soon, stock-forecasting 2 someday")
        .teaches(&[
            ("sql-for-reports", 45, "bring a question you really have"),
            ("spreadsheet-models", 30, "at lunch, with your own sheet"),
            ("reading-logs", 30, ""),
        ]),
    person("Noor Halabi", DIGITAL, "Systems administrator", "A backup you have not restored is a wish.")
        .sits("Harbour Road, server room 2", HOME)
        .speaks("Arabic, English, German")
        .meets(Afternoons, 120)
        .away(&[(20, 31)])
        .knows("backup-restore 4pppm, network-basics 4pp, reading-logs 3p, writing-tickets 3, generator-start-up 1, sql-for-reports 1")
        .wants("sql-for-reports 3 soon, generator-start-up 3 soon")
        .teaches(&[("backup-restore", 60, "you restore, I watch"), ("network-basics", 45, "starts at the cupboard")]),
    person("Wen Li", DIGITAL, "Data analyst", "One sentence first. Then the chart, if it is still needed.")
        .sits("Harbour Road, 3rd floor", HOME)
        .speaks("Mandarin, English, German")
        .meets(Afternoons, 120)
        .knows("data-stories 4ppm, sql-for-reports 4p, spreadsheet-models 4p, clinical-handover 1, running-a-meeting 3")
        .teaches(&[("data-stories", 45, "with your own numbers"), ("sql-for-reports", 45, "")]),
    person("Dag Ek", DIGITAL, "Support technician", "Have you tried asking me first?")
        .sits("Harbour Road, 3rd floor", HOME)
        .speaks("Swedish, English")
        .knows("writing-tickets 4pp, keyboard-tricks 4p, network-basics 3p, backup-restore 2p, door-and-key-system 1, generator-start-up 1")
        .wants("backup-restore 3 soon, door-and-key-system 3 soon")
        .teaches(&[("keyboard-tricks", 15, "at your desk"), ("writing-tickets", 30, "")]),
    person("Yusuf Demir", DIGITAL, "Web developer", "Remote from Izmir, two weeks a quarter at the long table.")
        .sits("Izmir, from home", "Europe/Istanbul")
        .speaks("Turkish, English")
        .knows("writing-tickets 3p, reading-logs 3p, sql-for-reports 2, sign-language-basics 2, allergen-matrix 1")
        .wants("sql-for-reports 3 soon, data-stories 3 soon, allergen-matrix 2 someday"),
    person("Ruth Oyelaran", DIGITAL, "Head of Digital", "I keep the list short.")
        .role(Role::Manager)
        .sits("Harbour Road, 3rd floor", HOME)
        .speaks("English, Yoruba")
        .meets(Mornings, 90)
        .knows("rota-planning 4, running-a-meeting 4pp, giving-feedback 4p, difficult-conversations 3p, data-stories 3")
        .wants("grant-reports 2 soon, backup-restore 2 someday")
        .teaches(&[("giving-feedback", 45, "we practise on mine")]),
    person("Arjun Venkataraghavan", DIGITAL, "Support engineer", "Your evening is my night desk. Write, I will have it by your breakfast.")
        .sits("Kolkata, from home", KOLKATA)
        .speaks("Tamil, Bengali, English")
        .meets(Afternoons, 60)
        .knows("writing-tickets 4p, reading-logs 4pm, network-basics 2, keyboard-tricks 3")
        .wants("backup-restore 3 soon, network-basics 3 soon")
        .teaches(&[("writing-tickets", 30, "by video")]),
];

pub(super) const LEARNING_TEAM: [Row; 4] = [
    person("Sol Lindqvist", LEARNING, "House and access manager", "Every key in this house has a name. I would like somebody else to know them.")
        .role(Role::OrgAdmin)
        .sits("Harbour Road, front office", HOME)
        .speaks("Swedish, English")
        .meets(Afternoons, 120)
        .knows("door-and-key-system 4pm, running-a-meeting 3p, welcoming-newcomers 3p, outbreak-isolation 1, spreadsheet-models 3")
        .wants("grant-reports 2 someday")
        .teaches(&[("welcoming-newcomers", 30, "the house tour, with keys")]),
    person("Inês Carvalho", LEARNING, "Learning lead", "I ask the second question.")
        .role(Role::ProgramAdmin)
        .sits("Lisbon office", LISBON)
        .speaks("Portuguese, English, French")
        .meets(Mornings, 180)
        .knows("difficult-conversations 4ppm, giving-feedback 4p, welcoming-newcomers 3p, portuguese-for-care 3, spreadsheet-models 1")
        .wants("spreadsheet-models 3 soon, sql-for-reports 1 someday")
        .teaches(&[
            ("difficult-conversations", 60, "by video, bring the one you are avoiding"),
            ("giving-feedback", 30, ""),
        ]),
    person("Beatrix van der Woude", LEARNING, "People partner", "Contracts are promises in small print. I read them aloud.")
        .sits("Harbour Road, front office", HOME)
        .speaks("Dutch, German, English")
        .knows("difficult-conversations 3p, welcoming-newcomers 3, payroll-run 2, door-and-key-system 1, running-a-meeting 3")
        .wants("door-and-key-system 2 soon, payroll-run 3 soon"),
    person("Delroy Campbell", LEARNING, "Recruiter", "I hire for curiosity and for calm.")
        .sits("Halifax, from home", "America/Halifax")
        .speaks("English, Patois")
        .meets(Lunchtimes, 60)
        .knows("welcoming-newcomers 3p, data-stories 2, giving-feedback 3, asking-early 3")
        .wants("data-stories 3 soon, sign-language-basics 1 someday"),
];

pub(super) const FINANCE_TEAM: [Row; 5] = [
    person(
        "Hyacinth Palmer",
        FINANCE,
        "Payroll officer",
        "Sixty-four people, and I know what each of them will ask on the 28th.",
    )
    .sits("Harbour Road, 1st floor", HOME)
    .speaks("English")
    .meets(Mornings, 60)
    .leaves_in(75)
    .knows("payroll-run 4pm, month-end-close 3p, invoice-matching 3, spreadsheet-models 3p")
    .wants("sql-for-reports 2 soon"),
    person("Bartholomew Fotheringay-Ashworth", FINANCE, "Accounts assistant", "New to numbers, old to questions.")
        .sits("Harbour Road, 1st floor", HOME)
        .speaks("English, Latin")
        .meets(Mornings, 120)
        .knows("month-end-close 4p, payroll-run 3, asking-early 4pp, invoice-matching 3p")
        .teaches(&[("month-end-close", 45, "")]),
    person("Henrik Lindholm", FINANCE, "Head of Finance", "A budget is a plan you can be wrong about in public.")
        .role(Role::Manager)
        .sits("Harbour Road, 1st floor", HOME)
        .speaks("Finnish, Swedish, English")
        .knows("month-end-close 4p, grant-reports 3, running-a-meeting 3, difficult-conversations 2, menu-costing 1")
        .wants("data-stories 3 soon, difficult-conversations 3 soon"),
    person("Sunniva Aas", FINANCE, "Controller", "I follow the money on foot.")
        .sits("Tromsø, from home", "Europe/Oslo")
        .speaks("Norwegian, English")
        .meets(Afternoons, 60)
        .knows("grant-reports 4pm, month-end-close 3p, spreadsheet-models 4p, sql-for-reports 2p")
        .wants("sql-for-reports 4 now, route-planning 1 someday")
        .teaches(&[("grant-reports", 45, "one funder at a time")]),
    person("Meera Subramaniam", FINANCE, "Accounts assistant", "Three papers, one truth.")
        .sits("Kolkata, from home", KOLKATA)
        .speaks("Tamil, Hindi, English")
        .knows("invoice-matching 4pm, spreadsheet-models 3, payroll-run 1, keyboard-tricks 3")
        .wants("payroll-run 3 soon, month-end-close 3 soon")
        .teaches(&[("invoice-matching", 30, "by video, mornings there")]),
];
