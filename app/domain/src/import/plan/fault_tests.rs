//! Mistakes in files: each is found, named by its row, and stops nothing else.

use super::tests::{Fernhill, LEVELS, NOW, PEOPLE, counts, everything, said};
use super::*;
use crate::id::PersonId;
use crate::import::issue::Repair;
use crate::import::issue_groups::groups;
use crate::import::rejected::rejected_csv;
use crate::person::Person;
use crate::skill::{Area, Skill};
use crate::text::{EmailAddress, Name, Prose};

#[test]
fn every_fault_of_a_row_is_named_with_what_follows() {
    let mut fernhill = Fernhill::default();
    fernhill.import(&everything());
    let rows: [(&str, &str, &str); 19] = [
        ("people.csv", "handle,email\nnoor,\n", "2 E-mail: missing – will be skipped"),
        (
            "people.csv",
            "handle,email\nnoor,noor at fernhill\n",
            "2 E-mail: Write an e-mail address such as amara@fernhill.example – will be skipped",
        ),
        ("people.csv", "handle,email\nnoor,=A1&\"@x.example\"\n", "2 E-mail: a formula – will be skipped"),
        (
            "people.csv",
            "handle,email\nnoor,n@f.example,what,is,this\n",
            "2: more cells than the header has – will be skipped",
        ),
        (
            "people.csv",
            "handle,email\nnoor,n@f.example\nNoor,n2@f.example\n",
            "3: says something else than row 2 – will be skipped",
        ),
        (
            "people.csv",
            "handle,email\njonas,amara@fernhill.example\n",
            "2 E-mail: this address belongs to Amara Okafor – will be skipped",
        ),
        (
            "people.csv",
            "handle,email\n---,n@f.example\n",
            "2 Handle: Use at least one letter or digit – will be skipped",
        ),
        (
            "people.csv",
            "handle,email\njonas,jw@fernhill.example\n",
            "2 E-mail: Jonas Weber will sign in with a new address",
        ),
        (
            "people.csv",
            "handle,email,team\nnoor,n@f.example,Ward3\n",
            "2 Team: there is no team “Ward3” (did you mean “Ward 3”?) – comes in without it",
        ),
        (
            "people.csv",
            "handle,email,zone\nnoor,n@f.example,Mars/Olympus\n",
            "2 Time zone: Write a time zone such as Europe/Lisbon – comes in without it",
        ),
        ("teams.csv", "team,parent\n,Care\n", "2 Name: missing – will be skipped"),
        ("teams.csv", "team,parent\nNight,Sleep\n", "2 Parent team: there is no team “Sleep” – comes in without it"),
        (
            "teams.csv",
            "team,parent\nCare,Ward 3\n",
            "2 Parent team: “Ward 3” is itself below this team – comes in without it",
        ),
        ("teams.csv", "team,parent\n…,Care\n", "2 Name: Use at least one letter or digit – will be skipped"),
        (
            "skills.csv",
            "skill,area,criticality\nX-ray,Care,vital\n",
            "2 Criticality: Write low, normal, high or critical – comes in without it",
        ),
        (
            "levels.csv",
            "person,skill,level\nnobody,Wound care,3\n",
            "2 Person: there is no person “nobody” – will be skipped",
        ),
        (
            "levels.csv",
            "person,skill,level\namara,Wuond care,3\n",
            "2 Skill: there is no skill “Wuond care” (did you mean “Wound care”?) – will be skipped",
        ),
        (
            "levels.csv",
            "person,skill,level\namara,Wound care,wizard\n",
            "2 Level: no level is chosen for “wizard” – will be skipped",
        ),
        (
            "wants.csv",
            "person,skill,priority\namara,Rota planning,yesterday\n",
            "2 Priority: Choose someday, soon or now – comes in without it",
        ),
    ];
    for (file, text, expected) in rows {
        let (plan, _) = fernhill.plan(&[(file, text)]);
        assert_eq!(said(&plan), [expected], "{text}");
        assert_eq!(plan.total().reject > 0, expected.contains("skipped"), "{text}");
    }
}

#[test]
fn people_who_have_left_stay_gone() {
    let mut fernhill = Fernhill::default();
    fernhill.import(&everything());
    let mut jonas: Person = fernhill.org.person(&PersonId::parse("jonas").unwrap()).cloned().unwrap();
    jonas.left_at = Some(NOW);
    fernhill.org.put_person(jonas);
    let (plan, _) = fernhill.plan(&[("people.csv", PEOPLE), ("levels.csv", LEVELS)]);
    assert_eq!((plan.changes.len(), plan.total()), (0, counts(0, 0, 2, 2)));
    assert!(plan.issues.iter().all(|issue| issue.problem.repair() == Repair::BringBack));
}

#[test]
fn a_file_without_the_columns_it_needs_stays_out_whole() {
    let (plan, _) = Fernhill::default().plan(&[("levels.csv", "who,which,how well\namara,Wound care,3\n")]);
    assert!(!plan.is_ready());
    assert_eq!((plan.total(), plan.changes.len()), (Counts::default(), 0));
    let expected = ["Skill", "Level"].map(|title| format!("0: no column is chosen for “{title}” – the file stays out"));
    assert_eq!(said(&plan), expected);
}

#[test]
fn issues_with_the_same_repair_stand_together_and_rows_share_a_line() {
    let text = "person,skill,level\na,X,3\nb,X,3\nb,Y,3\nb,Z,3\nb,Q,3\nb,R,3\n";
    let (plan, sheets) = Fernhill::default().plan(&[("levels.csv", text)]);
    let groups = groups(&plan.issues, &sheets);
    assert_eq!(groups.len(), 1);
    assert_eq!((groups[0].repair, groups[0].count, groups[0].more), (Repair::AddOrCorrect, 12, 0));
    assert_eq!(groups[0].lines[0].place, "Rows 3, 4, 5, 6 and 1 more, person");
    assert_eq!(groups[0].lines[0].text, "there is no person “b” – will be skipped");
    assert_eq!(rejected_rows(&plan.issues), 6);
}

#[test]
fn rejected_rows_go_out_with_what_is_wrong_and_come_back_mended() {
    let text = "handle;email;note\nnoor;;=cmd|x\n\"theo\";t@f.example;fine\namir;oops;\"a;b\"\n";
    let (plan, sheets) = Fernhill::default().plan(&[("people.csv", text)]);
    let rejected = rejected_csv(&sheets, 0, &plan.issues).unwrap();
    let expected = "\u{feff}error,handle,email,note\r\nE-mail: missing,noor,,'=cmd|x\r\n\
                    E-mail: Write an e-mail address such as amara@fernhill.example,amir,oops,\"a;b\"\r\n";
    assert_eq!(rejected, expected);
    let mended = rejected.replace(",noor,,", ",noor,n@f.example,").replace("oops", "a@f.example");
    let (plan, sheets) = Fernhill::default().plan(&[("people.csv", &mended)]);
    assert_eq!((plan.total(), rejected_csv(&sheets, 0, &plan.issues)), (counts(2, 0, 0, 0), None));
}

#[test]
fn a_formula_in_a_column_that_is_not_imported_does_not_matter() {
    let text = "handle,email,salary\nnoor,n@f.example,=1+1\n";
    assert_eq!(Fernhill::default().plan(&[("people.csv", text)]).0.total(), counts(1, 0, 0, 0));
}

#[test]
fn twenty_thousand_rows_are_planned_quickly() {
    let mut fernhill = Fernhill::default();
    let name = |text: &str| Name::parse("name", text).unwrap();
    fernhill.org.put_area(Area { id: "care".parse().unwrap(), name: name("Care"), import: None });
    let mut text = String::from("person,skill,level\n");
    for skill in 0..100 {
        fernhill.org.put_skill(Skill {
            id: format!("skill-{skill}").parse().unwrap(),
            name: name(&format!("Skill {skill}")),
            area: "care".parse().unwrap(),
            description: Prose::default(),
            levels: Vec::new(),
            criticality: crate::skill::Criticality::default(),
            after: Vec::new(),
            target: crate::skill::Target::default(),
            import: None,
        });
    }
    for person in 0..200 {
        let id: PersonId = format!("person-{person}").parse().unwrap();
        let email = EmailAddress::parse(&format!("{person}@fernhill.example")).unwrap();
        fernhill.org.put_person(Person::new(id, name(&format!("Person {person}")), email, NOW));
        for skill in 0..100 {
            text.push_str(&format!("person-{person},Skill {skill},{}\n", (person + skill) % 5));
        }
    }
    let (plan, _) = fernhill.plan(&[("levels.csv", &text)]);
    assert_eq!(plan.total(), counts(20_000, 0, 0, 0));
    let wrong = text.replace("Skill", "Skil");
    let (plan, sheets) = fernhill.plan(&[("levels.csv", &wrong)]);
    assert_eq!(plan.total(), counts(0, 0, 0, 20_000));
    assert!(rejected_csv(&sheets, 0, &plan.issues).is_some());
    assert_eq!(groups(&plan.issues, &sheets)[0].count, 20_000);
}
