//! The nineteen who cook, drive and supply: Kitchen, Fleet & Routes, Pharmacy & Supplies.

use super::{LISBON, Row, person};
use crate::demo::calendar::HOME;
use crate::demo::teams::{FLEET, KITCHEN, SUPPLIES};
use domain::actor::Role;
use domain::person::Availability::{Afternoons, Lunchtimes, Mornings};

pub(super) const KITCHEN_TEAM: [Row; 7] = [
    person("Ottoline Marsh", KITCHEN, "Head cook", "Nobody should have to ring the kitchen from a bedside.")
        .role(Role::Manager)
        .sits("Harbour Road, kitchen", HOME)
        .speaks("English")
        .meets(Afternoons, 180)
        .knows("allergen-matrix 4ppp, shift-handover-kitchen 4p, cold-chain 4p, food-safety-checks 4p, menu-costing 3, spreadsheet-models 1")
        .wants("spreadsheet-models 2 soon, giving-feedback 3 someday")
        .teaches(&[("allergen-matrix", 45, "at the long table, sound only by video"), ("shift-handover-kitchen", 30, "")]),
    person("Jean-Baptiste Tchoumi", KITCHEN, "Sous-chef", "Taste, write, taste again.")
        .sits("Harbour Road, kitchen", HOME)
        .speaks("French, English")
        .knows("allergen-matrix 4pm, rota-planning 4p, pureed-meals 4p, food-safety-checks 3, shift-handover-kitchen 3p")
        .wants("menu-costing 3 soon")
        .teaches(&[("pureed-meals", 60, "you will eat it too"), ("allergen-matrix", 30, "")]),
    person("Aiko Tanabe", KITCHEN, "Diet cook", "Soft can still be beautiful.")
        .sits("Harbour Road, kitchen", HOME)
        .speaks("Japanese, English, German")
        .meets(Afternoons, 90)
        .knows("allergen-matrix 4p, pureed-meals 4pm, menu-costing 2, shift-handover-kitchen 3")
        .wants("stock-forecasting 2 soon, dementia-companionship 2 someday")
        .teaches(&[("pureed-meals", 45, "after the lunch service")]),
    person("Milica Jovanović", KITCHEN, "Cook", "If the fridge hums differently, I hear it.")
        .sits("Harbour Road, kitchen", HOME)
        .speaks("Serbian, German, English")
        .knows("cold-chain 4m, food-safety-checks 4pp, shift-handover-kitchen 3, allergen-matrix 3p")
        .wants("allergen-matrix 4 soon, generator-start-up 2 someday")
        .teaches(&[("food-safety-checks", 30, "on the Monday walk")]),
    person("Segun Balogun", KITCHEN, "Kitchen assistant", "Started this month. I can already find the good peeler.")
        .sits("Harbour Road, kitchen", HOME)
        .speaks("English, Yoruba")
        .since(3)
        .knows("food-safety-checks 1, asking-early 2")
        .wants("food-safety-checks 3 now, allergen-matrix 2 now"),
    person("Nele Janssens", KITCHEN, "Cook", "Bread first, then questions.")
        .sits("Harbour Road, kitchen", HOME)
        .speaks("Dutch, French, English")
        .meets(Afternoons, 60)
        .knows("menu-costing 4p, shift-handover-kitchen 3p, pureed-meals 2, food-safety-checks 3")
        .wants("spreadsheet-models 3 soon, pureed-meals 3 soon")
        .teaches(&[("menu-costing", 30, "with next week's menu")]),
    person("Pedro Antunes", KITCHEN, "Kitchen porter", "Eu levo, eu trago.")
        .sits("Harbour Road, kitchen", LISBON)
        .speaks("Portuguese")
        .knows("van-checks 3, cold-chain 2p, food-safety-checks 2p")
        .wants("cold-chain 3 soon, route-planning 2 someday"),
];

pub(super) const FLEET_TEAM: [Row; 6] = [
    person("Tomás Rivera", FLEET, "Driver trainer", "Slow is smooth. Smooth is on time.")
        .sits("Depot, gate 2", HOME)
        .speaks("Spanish, English")
        .meets(Mornings, 120)
        .knows("calm-radio-calls 4ppp, route-planning 4p, winter-driving 4pm, wheelchair-ramps-and-belts 4p, spreadsheet-models 1")
        .wants("spreadsheet-models 2 soon, sign-language-basics 2 someday")
        .teaches(&[("calm-radio-calls", 30, "in a parked van"), ("wheelchair-ramps-and-belts", 45, "you sit in the chair")]),
    person("Mateo Duarte", FLEET, "Route planner", "Tell me the stop you hate and I will move it.")
        .sits("Depot, gate 2", HOME)
        .speaks("Portuguese, Spanish, English")
        .meets(Lunchtimes, 120)
        .knows("route-planning 4ppm, spreadsheet-models 3p, data-stories 2, tachograph-records 2, sql-for-reports 1")
        .wants("sql-for-reports 3 now, allergen-matrix 1 someday")
        .teaches(&[("route-planning", 45, "with tomorrow's round")]),
    person("Agnieszka Brzezińska", FLEET, "Fleet lead", "Eleven vans, and I know their coughs.")
        .role(Role::Manager)
        .sits("Depot, gate 2", HOME)
        .speaks("Polish, German, English")
        .knows("route-planning 4p, rota-planning 4p, van-checks 4p, tachograph-records 3, generator-start-up 1")
        .wants("generator-start-up 3 now, giving-feedback 3 soon")
        .teaches(&[("van-checks", 15, "at gate 2, ten to six")]),
    person("Lars Thorvaldsen", FLEET, "Driver", "Insulin rides in front.")
        .sits("Depot, gate 2", HOME)
        .speaks("Norwegian, English")
        .knows("cold-chain 4p, winter-driving 4pp, van-checks 3p, generator-start-up 2")
        .wants("calm-radio-calls 3 soon")
        .teaches(&[("winter-driving", 60, "when it freezes")]),
    person("Mehmet Şahin", FLEET, "Driver", "I know every bell that does not ring.")
        .sits("Depot, gate 2", HOME)
        .speaks("Turkish, German")
        .meets(Mornings, 30)
        .knows("wheelchair-ramps-and-belts 3pm, van-checks 3, calm-radio-calls 2, cold-chain 2")
        .wants("cold-chain 3 soon, route-planning 2 soon"),
    person("Grace Kiplagat", FLEET, "Dispatcher", "Breathe, then press the button.")
        .sits("Depot, dispatch", "Africa/Nairobi")
        .speaks("Swahili, Kalenjin, English")
        .knows("calm-radio-calls 4pm, route-planning 4m, tachograph-records 3p, running-a-meeting 2")
        .wants("difficult-conversations 3 soon, spreadsheet-models 3 someday")
        .teaches(&[("calm-radio-calls", 30, "listen in for half an hour")]),
];

pub(super) const SUPPLIES_TEAM: [Row; 6] = [
    person("Theo Nakamura", SUPPLIES, "Stock planner", "January is decided in October.")
        .sits("Mill Lane, dispensary", HOME)
        .speaks("English, Japanese")
        .meets(Afternoons, 150)
        .knows("stock-forecasting 4ppm, cold-chain 4p, dressing-sizes 3, spreadsheet-models 2p, ordering-medicines 3p")
        .wants("spreadsheet-models 4 now")
        .teaches(&[("stock-forecasting", 45, "Wednesdays"), ("cold-chain", 30, "")]),
    person("Philippa Drummond", SUPPLIES, "Lead pharmacist", "I would rather be asked twice than thanked once.")
        .role(Role::Manager)
        .sits("Mill Lane, dispensary", HOME)
        .speaks("English, Scots Gaelic")
        .meets(Mornings, 60)
        .knows("medication-round 4p, recall-notices 4p, ordering-medicines 4, outbreak-isolation 2, difficult-conversations 3")
        .wants("outbreak-isolation 3 now, backup-restore 1 someday")
        .teaches(&[("recall-notices", 30, "a dry run with last year's batch")]),
    person("Yaw Boateng", SUPPLIES, "Pharmacy technician", "Label, look, look again.")
        .sits("Mill Lane, dispensary", HOME)
        .speaks("English, Twi")
        .knows("cold-chain 4pm, ordering-medicines 3p, recall-notices 3, dressing-sizes 4p, invoice-matching 2")
        .wants("stock-forecasting 3 soon, recall-notices 4 someday"),
    person("Katarzyna Lewandowska", SUPPLIES, "Pharmacist", "Interactions are stories with two villains.")
        .sits("Mill Lane, dispensary", "Europe/Warsaw")
        .speaks("Polish, English")
        .meets(Lunchtimes, 90)
        .knows("medication-round 4pm, allergen-matrix 4p, recall-notices 3p, ordering-medicines 4p")
        .wants("palliative-talks 2 someday, data-stories 2 soon")
        .teaches(&[("ordering-medicines", 30, "before the four o'clock cut")]),
    person("Oisín Byrne", SUPPLIES, "Storekeeper", "Third shelf, left, behind the gloves.")
        .sits("Mill Lane, stores", "Europe/Dublin")
        .speaks("English, Irish")
        .knows("cold-chain 4, dressing-sizes 4pm, stock-forecasting 2p, generator-start-up 1, van-checks 2")
        .wants("stock-forecasting 3 now, keyboard-tricks 2 someday")
        .teaches(&[("dressing-sizes", 15, "at the shelf")]),
    person("Anneke de Vries", SUPPLIES, "Buyer", "I read the footnotes so that you get the price.")
        .sits("Mill Lane, stores", HOME)
        .speaks("Dutch, English, German")
        .meets(Mornings, 60)
        .knows("ordering-medicines 3, invoice-matching 3p, stock-forecasting 3p, grant-reports 1, spreadsheet-models 3")
        .wants("grant-reports 2 soon, data-stories 2 someday"),
];
