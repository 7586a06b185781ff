//! That a matching was published and there was no mentor for the reader. Whoever has one is told by the pair.

use super::{Notification, NotificationKind, Said};
use crate::match_round::MatchRound;
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    reader.org.all_match_rounds().filter_map(|round| left(reader, round)).collect()
}

fn left(reader: &Reader, round: &MatchRound) -> Option<(Timestamp, Notification)> {
    if !round.left().contains(&reader.me.id) {
        return None;
    }
    let (at, program) = (round.published()?.at, reader.org.program(&round.program)?);
    let text = vec![
        Phrase::plain("There was no mentor for you yet when "),
        Phrase::strong(program.title()),
        Phrase::plain(" matched everybody. Read why, and what would change it."),
    ];
    let href = format!("/mentoring/{}/why", program.id);
    let said = Said { kind: NotificationKind::ProgramUnmatched, text, words: "", href };
    Some((at, said.of_time(reader, at)))
}

#[cfg(test)]
mod tests {
    use crate::fernhill::{NOW, fernhill};
    use crate::match_round::tests::published;
    use crate::notifications::{Inbox, NotificationsQuery, notifications_page};
    use crate::program::{Author, Program, ProgramKind, Settings};
    use crate::reader::tests::read_by;
    use crate::time::Zone;

    #[test]
    fn whoever_was_left_is_told_where_to_read_why() {
        let mut org = fernhill();
        let template = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs for Care", &Zone::utc()).unwrap();
        let author = Author { by: None, at: NOW };
        let id = "pairs-for-care".parse().unwrap();
        let (program, version) = Program::begun(id, ProgramKind::Mentorship, template, &author);
        org.put_program(program, vec![version]);
        org.put_match_round(published());
        let told = |me: &str| {
            let query = NotificationsQuery::default();
            let page = read_by(&org, me, |reader| notifications_page(reader, &Inbox::default(), query));
            page.items.into_iter().map(|item| item.href).filter(|href| href.ends_with("/why")).collect::<Vec<_>>()
        };
        assert_eq!(told("leila-haddou"), ["/mentoring/pairs-for-care/why"]);
        assert!(told("amara-okafor").is_empty(), "she has a mentor");
    }
}
