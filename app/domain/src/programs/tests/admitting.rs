//! Roles and applications on the page, on Home and in the bell.

use super::*;
use crate::program::{Giving, Participant, Verdict};

impl World {
    /// People apply.
    fn asking_first(mut self) -> Self {
        self.program.settings.set(Path::field("admission"), Value::Text("apply".into()));
        self.put();
        self
    }

    fn with_role(mut self, who: &str, role: &str, by: &str) -> Self {
        let giving = Giving { by: &by.parse().unwrap(), now: NOW.before(Span::hours(1)) };
        let given = self.known(who).given_role(self.program.kind, role, giving).unwrap();
        self.org.put_participant(given);
        self
    }

    fn answered(mut self, who: &str, verdict: Verdict, by: &str) -> Self {
        let words = Prose::parse("words", "We begin on Monday.").unwrap();
        let after = self.door(NOW).answered(self.known(who), verdict, (&by.parse().unwrap(), words)).unwrap();
        self.org.put_participant(after);
        self
    }

    fn known(&self, who: &str) -> Participant {
        self.org.participant(&self.program.id, &who.parse().unwrap()).unwrap().clone()
    }
}

#[test]
fn whoever_applies_is_answered_by_those_who_may_and_told() {
    let world = World::new().joined("rosalind-achterberg", 10).asking_first().joined("amara-okafor", 1);
    let page = world.page("amara-okafor");
    assert_eq!((page.standing, page.moves.take_back, page.door.may_join), (MyStanding::Applied, true, false));
    assert_eq!(page.door.admission, "People apply, and an organiser or guide accepts them.");
    let leila = world.page("leila-haddou");
    assert!(leila.door.may_apply && !leila.door.may_join && leila.people.len() == 1, "she does not see who applies");
    assert_eq!(world.catalogue("leila-haddou", "").open[0].verb, "Apply");
    assert_eq!(world.catalogue("amara-okafor", "").mine[0].status.label, "applied");
    let led = world.page("priya-raman");
    assert_eq!((led.people[0].title.as_str(), led.people[0].people[0].may_answer), ("Ask to join", true));
    let step = Some((NextStepKind::Answer, "Amara asks to join Pairs for Care".to_owned()));
    assert_eq!(world.step("priya-raman"), step);
    assert_eq!(world.told("priya-raman"), ["Amara asks to join Pairs for Care"]);
    assert_eq!((world.step("ines-carvalho"), world.step("leila-haddou")), (None, None), "it names its organisers");
    let accepted = world.answered("amara-okafor", Verdict::Accept, "priya-raman");
    assert_eq!(accepted.told("amara-okafor"), ["Priya accepted you in Pairs for Care"]);
    assert_eq!((accepted.page("amara-okafor").standing, accepted.step("priya-raman")), (MyStanding::Inside, None));
    let world = World::new().asking_first().joined("amara-okafor", 1);
    let declined = world.answered("amara-okafor", Verdict::Decline, "priya-raman");
    assert_eq!(declined.told("amara-okafor"), ["Priya declined that you join Pairs for Care"]);
    assert!(declined.page("amara-okafor").door.may_apply, "she can ask again");
}

#[test]
fn a_role_shows_what_it_lets_people_do() {
    let world = World::new().joined("amara-okafor", 10).joined("rosalind-achterberg", 9);
    let plain = world.page("amara-okafor");
    let roles: Vec<_> = plain.roles.iter().map(|role| (role.title.as_str(), role.may.as_str())).collect();
    let guide =
        "May see how far the others are, tick steps for others and accept those who apply. An organiser gives it.";
    assert_eq!(roles, [("Learner", ""), ("Mentor", "May see how far the others are."), ("Guide", guide)]);
    let own: Vec<_> = plain.moves.roles.iter().map(|role| role.key.as_str()).collect();
    assert_eq!((own, plain.moves.give.len()), (vec!["mentee", "mentor"], 0));
    let others = |page: &ProgramPage| page.people[0].people.iter().filter(|one| one.tick.is_some()).count();
    assert_eq!(others(&plain), 0);
    assert!(!plain.people[0].people[1].sub.contains("steps done"));
    let guided = world.with_role("amara-okafor", "guide", "priya-raman");
    let page = guided.page("amara-okafor");
    assert_eq!((others(&page), page.moves.give.len()), (1, 0));
    assert!(page.people[0].people[1].sub.contains("no steps done"), "{}", page.people[0].people[1].sub);
    assert!(!page.people[0].people[1].may_give && page.moves.invite.is_empty(), "that is for organisers");
    assert_eq!(guided.told("amara-okafor"), ["Priya made you guide in Pairs for Care"]);
    let asked = guided.asking_first().joined("leila-haddou", 1);
    let step = Some((NextStepKind::Answer, "Leïla asks to join Pairs for Care".to_owned()));
    assert_eq!(asked.step("amara-okafor"), step, "a guide answers too");
    let led = asked.page("priya-raman");
    assert_eq!((led.moves.give.len(), led.moves.invite_as.len()), (3, 3));
}
