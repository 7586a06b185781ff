//! What one is told, and how: a row for each topic, the digest, the hours in which no mail comes, and an address that
//! takes none.

use super::api::{ChooseNotices, ConfirmAddress, notices};
use crate::error::field_error;
use crate::ui::{
    Button, ButtonKind, Cell, Choice, ColumnHead, Field, Loaded, Note, RowHead, Section, Select, Status, Table,
    TableRow, toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::notices::{AboutRow, NoticesPage, Quiet, Rhythm};
use domain::time::Face;
use leptos::form::ActionForm;
use leptos::prelude::*;

const NOTE: &str = "By mail always means in Kith as well. A mail that comes in your quiet hours waits until they end, and each \
    mail can be stopped from inside it in one click.";

/// The section of the settings.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let choose = ServerAction::<ChooseNotices>::new();
    let confirm = ServerAction::<ConfirmAddress>::new();
    toast_when_done(choose, "Saved.");
    toast_when_done(confirm, "Mail is tried again from now on.");
    let live = use_live(Topic::Exchanges);
    let versions = move || (live.get(), choose.version().get(), confirm.version().get());
    let page = load(versions, |_| notices());
    view! {
        <Section id="notices" title="What you are told" note=NOTE>
            <Loaded from=page part=true failure="The settings did not load" let:page>
                <Content page choose confirm />
            </Loaded>
        </Section>
    }
}

#[component]
fn Content(
    page: NoticesPage,
    choose: ServerAction<ChooseNotices>,
    confirm: ServerAction<ConfirmAddress>,
) -> impl IntoView {
    let address = page.email.clone();
    let mail = match (page.has_mail, page.bounced) {
        (false, _) => {
            let words = "This Kith sends no mail at the moment: all of it stands under Notifications.";
            view! { <Note status=Status::Info>{words}</Note> }.into_any()
        }
        (true, Some((why, since))) => view! { <Dead address why since confirm /> }.into_any(),
        (true, None) => view! { <p>"Mail goes to "<b><bdi>{address}</bdi></b>"."</p> }.into_any(),
    };
    let rows = page.rows.into_iter().map(|row| view! { <Row row choose /> }).collect_view();
    let refused = move || choose.value().get()?.err()?.beside_fields();
    let head = || view! { <ColumnHead label="Topic" /><ColumnHead label="How you are told" /> };
    view! {
        {mail}
        <ActionForm action=choose attr:class="form notices">
            <div role="status">
                {move || refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
            </div>
            <Table label="Topics and how you are told of them" head>{rows}</Table>
            <Times rhythm=page.notices.rhythm quiet=page.notices.quiet zone=page.zone choose />
            <Button kind=ButtonKind::Primary submit=true pending=choose.pending()>"Save"</Button>
        </ActionForm>
    }
}

#[component]
fn Dead(address: String, why: String, since: Face, confirm: ServerAction<ConfirmAddress>) -> impl IntoView {
    view! {
        <Note status=Status::Danger>
            "Mail to "<b><bdi>{address}</bdi></b>" came back ("{since.text}"): “"<bdi>{why}</bdi>
            "”. No more is sent there until you say that the address is right. An organisation admin can change it."
        </Note>
        <ActionForm action=confirm>
            <Button submit=true pending=confirm.pending()>"The address is right, try again"</Button>
        </ActionForm>
    }
}

#[component]
fn Row(row: AboutRow, choose: ServerAction<ChooseNotices>) -> impl IntoView {
    let about = row.about;
    let choices: Vec<Choice> =
        about.channels().iter().map(|channel| Choice::new(channel.slug(), channel.title())).collect();
    let (id, field) = (format!("notices-{}", about.slug()), format!("channels[{}]", about.slug()));
    let error = Signal::derive(move || field_error(choose.value().get(), &field));
    let name = format!("form[channels][{}]", about.slug());
    let label = format!("How you are told of: {}", about.title());
    view! {
        <TableRow>
            <RowHead>{about.title()}<span class="table-sub">{about.note()}</span></RowHead>
            <Cell label="How you are told">
                <Field id label label_hidden=true error>
                    <Select name choices value=row.channel.slug() />
                </Field>
            </Cell>
        </TableRow>
    }
}

/// When the digest comes, and when no mail does.
#[component]
fn Times(rhythm: Rhythm, quiet: Option<Quiet>, zone: String, choose: ServerAction<ChooseNotices>) -> impl IntoView {
    let rhythms = Rhythm::ALL.map(|rhythm| Choice::new(rhythm.slug(), rhythm.title())).to_vec();
    let hours = || {
        let hour = |hour: u8| Choice::new(hour.to_string(), format!("{hour:02}:00"));
        std::iter::once(Choice::new("", "No quiet hours")).chain((0..24).map(hour)).collect::<Vec<_>>()
    };
    let (from, until) =
        quiet.map_or_else(Default::default, |quiet| (quiet.from().to_string(), quiet.until().to_string()));
    let error = Signal::derive(move || field_error(choose.value().get(), "quiet"));
    let hint = format!("On your clock, {zone}.");
    view! {
        <div class="notices-times">
            <Field id="rhythm" label="The digest comes" hint="At eight in the morning, at most once a day.">
                <Select name="form[rhythm]" choices=rhythms value=rhythm.slug() />
            </Field>
            <Field id="quiet-from" label="No mail from" hint error>
                <Select name="form[quiet_from]" choices=hours() value=from />
            </Field>
            <Field id="quiet-until" label="Until" hint="The next morning, when it is earlier.">
                <Select name="form[quiet_until]" choices=hours() value=until />
            </Field>
        </div>
    }
}
