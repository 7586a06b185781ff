//! Whom a field of people offers, and a name that means nobody.

use super::*;
use crate::person::Person;
use crate::text::Name;

#[test]
fn the_form_offers_some_people_and_keeps_those_whom_it_names() {
    let mut world = World::new().changed("organisers", Value::Several(vec!["priya-raman".to_owned()]), "sol-lindqvist");
    let amara = world.org.person(&person("amara-okafor")).unwrap().clone();
    for n in 0..200 {
        let id = person(&format!("many-{n}"));
        let name = Name::parse("name", &format!("Aaron {n:03}")).unwrap();
        world.org.put_person(Person { id, name, ..amara.clone() });
    }
    let typed = [("organisers", "jonas-weidner, No One")];
    let page = world.editor(&[world.draft(world.program.n, &[], &typed)]);
    let field = page.field("organisers").unwrap();
    let Control::People { choices, .. } = &field.control else { panic!("people are chosen: {field:?}") };
    let is_offered = |id: &str| choices.iter().any(|tag| tag.id.as_str() == id);
    assert_eq!(choices.len(), 42, "forty, the one who is live and the one who is typed");
    assert!(is_offered("priya-raman") && is_offered("jonas-weidner") && !is_offered("amara-okafor"));
    assert_eq!(field.text, "jonas-weidner, No One", "what was typed is kept");
    assert_eq!(field.problem.as_deref(), Some("Nobody here is called “No One”."));
}
