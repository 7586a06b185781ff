//! `/admin/mail`: whether mail is set up, how much of it waits, whom it does not reach, and a mail to try it with.

use super::api::{SendTestMail, mail};
use crate::live::use_live;
use crate::ui::{
    Button, ButtonKind, Cell, ColumnHead, Loaded, Note, PageHead, PersonLine, RowHead, Section, Status, Table,
    TableRow, When, toast_when_done,
};
use crate::wire::load;
use domain::event::Topic;
use domain::mail::{BouncedRow, MailCounts, MailPage as Page, MailSetup, TestMail};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

/// The page.
#[component]
pub fn MailPage() -> impl IntoView {
    let test = ServerAction::<SendTestMail>::new();
    toast_when_done(test, "It is on its way. What becomes of it stands here.");
    let live = use_live(Topic::Exchanges);
    let page = load(move || (live.get(), test.version().get()), |_| mail());
    view! {
        <Title text="Mail · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The mail page did not load" let:page>
                <Content page test />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, test: ServerAction<SendTestMail>) -> impl IntoView {
    let lead = match page.setup {
        Some(_) => "What people are told goes out by mail as each of them chose.",
        None => "This Kith sends no mail. Everything stands in Kith, under Notifications.",
    };
    let trouble = page.trouble.map(|why| {
        view! { <Note status=Status::Warning>"The last mail that did not go out: “"<bdi>{why}</bdi>"”"</Note> }
    });
    let inside = match page.setup {
        Some(setup) => view! {
            <Setup setup />
            <Test last=page.test test />
            {trouble}
        }
        .into_any(),
        None => view! { <SetUp /> }.into_any(),
    };
    view! {
        <PageHead title="Mail" lead />
        {inside}
        <Counts counts=page.counts />
        <Dead rows=page.bounced />
    }
}

#[component]
fn Setup(setup: MailSetup) -> impl IntoView {
    view! {
        <Section id="setup" title="Set up">
            <ul class="rows">
                <li><span class="rows-main">"Mail server"</span><span class="rows-end"><bdi>{setup.server}</bdi></span></li>
                <li><span class="rows-main">"From"</span><span class="rows-end"><bdi>{setup.from}</bdi></span></li>
                <li><span class="rows-main">"Links lead to"</span><span class="rows-end"><bdi>{setup.origin}</bdi></span></li>
            </ul>
        </Section>
    }
}

/// What whoever runs the server has to do.
#[component]
fn SetUp() -> impl IntoView {
    view! {
        <Section id="setup" title="Set it up">
            <p>"Whoever runs this server names a mail server and an address, and starts it again:"</p>
            <pre class="mail-setup" tabindex="0"><code>
                "KITH_SMTP_URL=smtp://user:password@mail.example:587\nKITH_MAIL_FROM='Kith <kith@company.example>'\nKITH_ORIGIN=https://kith.company.example"
            </code></pre>
            <p>
                "Without that nothing is lost: every notification stands in Kith, and nothing is sent later for what happened
                before. The demo never sends mail, since nobody in it has a mailbox."
            </p>
        </Section>
    }
}

#[component]
fn Test(last: Option<TestMail>, test: ServerAction<SendTestMail>) -> impl IntoView {
    let refused = move || test.value().get()?.err().map(|error| error.to_string());
    let last = last.map(|last| {
        let status = if last.worked { Status::Success } else { Status::Info };
        view! { <Note status><When datetime=last.at.iso text=last.at.text />": "{last.text}</Note> }
    });
    view! {
        <Section id="test" title="Try it" note="A mail to your own address, at once, also in your quiet hours.">
            <div role="status">
                {move || refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
                {last}
            </div>
            <ActionForm action=test>
                <Button kind=ButtonKind::Primary submit=true pending=test.pending()>"Send me a test mail"</Button>
            </ActionForm>
        </Section>
    }
}

#[component]
fn Counts(counts: MailCounts) -> impl IntoView {
    let line = |what: &'static str, count: u32| {
        view! { <li><span class="rows-main">{what}</span><span class="rows-end">{count}</span></li> }
    };
    view! {
        <Section id="counts" title="Mails of the last ninety days">
            <ul class="rows">
                {line("Waiting to go out", counts.waiting)}
                {line("Taken by the mail server", counts.sent)}
                {line("Refused", counts.failed)}
                {line("Not sent: not wanted any more, too late, or nobody there", counts.dropped)}
            </ul>
        </Section>
    }
}

#[component]
fn Dead(rows: Vec<BouncedRow>) -> impl IntoView {
    if rows.is_empty() {
        return view! {
            <Section id="bounced" title="Addresses that take no mail"><p>"None."</p></Section>
        }
        .into_any();
    }
    let head =
        || view! { <ColumnHead label="Person" /><ColumnHead label="Address" /><ColumnHead label="What was said" /> };
    let rows = rows.into_iter().map(|row| view! { <DeadRow row /> }).collect_view();
    let note = "They get no mail until they say in their settings that the address is right, or it is changed on the members page.";
    view! {
        <Section id="bounced" title="Addresses that take no mail" note>
            <Table label="Addresses that take no mail" head>{rows}</Table>
        </Section>
    }
    .into_any()
}

#[component]
fn DeadRow(row: BouncedRow) -> impl IntoView {
    let href = format!("/people/{}", row.person);
    view! {
        <TableRow>
            <RowHead><PersonLine name=row.name seed=row.person.to_string() href /></RowHead>
            <Cell label="Address"><bdi>{row.email}</bdi></Cell>
            <Cell label="What was said"><bdi>{row.why}</bdi>", "<When datetime=row.at.iso text=row.at.text /></Cell>
        </TableRow>
    }
}
