//! `/admin/members`: who works here, who may do what, and letting people in.

use super::api::{EndMembership, InviteMember, ResetMember, SetMemberRole, members};
use super::leavers::Leavers;
use crate::live::use_live;
use crate::ui::{
    Button, ButtonKind, Cell, Choice, ColumnHead, Field, InputKind, Loaded, Note, PageHead, PersonLine, RowHead,
    Section, Select, Status, Table, TableRow, TextInput, toast_when_done,
};
use crate::wire::load;
use domain::actor::Role;
use domain::event::Topic;
use domain::members::MemberRow;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

/// The page.
#[component]
pub fn MembersPage() -> impl IntoView {
    let live = use_live(Topic::People);
    let set_role = ServerAction::<SetMemberRole>::new();
    let reset = ServerAction::<ResetMember>::new();
    let end = ServerAction::<EndMembership>::new();
    toast_when_done(end, "Ended. What they taught stays.");
    let page = load(move || (live.get(), set_role.version().get(), end.version().get()), |_| members());
    let refused = move || set_role.value().get().and_then(Result::err).map(|error| error.to_string());
    view! {
        <Title text="Members · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Members" lead="Who works here, and what they may do." />
            <InviteForm />
            {move || refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
            <LinkNote link=Signal::derive(move || reset.value().get().and_then(Result::ok)) what="new password" />
            <Loaded from=page part=true failure="The members did not load" let:page>
                <Leavers members=page.members.clone() end />
                <Table label="Members" head=heads>
                    {page.members.into_iter().map(|member| view! { <Row member set_role reset /> }).collect_view()}
                </Table>
            </Loaded>
        </main>
    }
}

fn heads() -> AnyView {
    view! {
        <ColumnHead label="Person" />
        <ColumnHead label="E-mail address" />
        <ColumnHead label="Last day" />
        <ColumnHead label="Role" />
        <ColumnHead label="Password" />
    }
    .into_any()
}

#[component]
fn InviteForm() -> impl IntoView {
    let action = ServerAction::<InviteMember>::new();
    let error =
        move |name: &'static str| action.value().get().and_then(Result::err).and_then(|error| error.field(name));
    let other = move || action.value().get().and_then(Result::err).and_then(|error| error.beside_fields());
    view! {
        <Section id="invite" title="Invite somebody" note="They get a link that works once, within fourteen days.">
            <ActionForm action attr:class="form">
                {move || other().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
                <Field id="name" label="Name" error=move || error("name")>
                    <TextInput name="name" required=true />
                </Field>
                <Field id="email" label="E-mail address" error=move || error("email")>
                    <TextInput name="email" kind=InputKind::Email required=true />
                </Field>
                <Field id="role" label="Role">
                    <Select name="role" choices=role_choices() value="member" />
                </Field>
                <Button kind=ButtonKind::Primary submit=true pending=action.pending()>"Make the link"</Button>
            </ActionForm>
            <LinkNote link=Signal::derive(move || action.value().get().and_then(Result::ok)) what="invitation" />
        </Section>
    }
}

/// The link, shown once: who reads it may use it.
#[component]
fn LinkNote(link: Signal<Option<String>>, what: &'static str) -> impl IntoView {
    move || {
        link.get().map(|path| {
            let address = format!("{}{path}", window().location().origin().unwrap_or_default());
            view! { <Note status=Status::Success>"Hand over this "{what}" link; it is shown once: "<code>{address}</code></Note> }
        })
    }
}

#[component]
fn Row(member: MemberRow, set_role: ServerAction<SetMemberRole>, reset: ServerAction<ResetMember>) -> impl IntoView {
    let href = format!("/people/{}", member.id);
    let (name, seed) = (member.name.clone(), member.id.to_string());
    let (chosen, renewed) = (member.clone(), member.clone());
    view! {
        <TableRow>
            <RowHead><PersonLine name seed href sub=member.team /></RowHead>
            <Cell label="E-mail address">{member.email}</Cell>
            <Cell label="Last day">{member.last_day}</Cell>
            <Cell label="Role"><RoleForm member=chosen.clone() set_role /></Cell>
            <Cell label="Password"><ResetForm member=renewed.clone() reset /></Cell>
        </TableRow>
    }
}

#[component]
fn RoleForm(member: MemberRow, set_role: ServerAction<SetMemberRole>) -> impl IntoView {
    let field = format!("role-{}", member.id);
    let label = format!("Role of {}", member.name);
    view! {
        <ActionForm action=set_role attr:class="inline-form">
            <input type="hidden" name="person" value=member.id.to_string() />
            <Field id=field label label_hidden=true>
                <Select name="role" choices=role_choices() value=role_value(member.role) />
            </Field>
            <Button submit=true>"Set"<span class="visually-hidden">" the role of "{member.name}</span></Button>
        </ActionForm>
    }
}

#[component]
fn ResetForm(member: MemberRow, reset: ServerAction<ResetMember>) -> impl IntoView {
    view! {
        <ActionForm action=reset>
            <input type="hidden" name="person" value=member.id.to_string() />
            <Button submit=true>"New link"<span class="visually-hidden">" for "{member.name}</span></Button>
        </ActionForm>
    }
}

fn role_choices() -> Vec<Choice> {
    Role::ALL.into_iter().map(|role| Choice::new(role_value(role), role.title())).collect()
}

const fn role_value(role: Role) -> &'static str {
    match role {
        Role::Member => "member",
        Role::Manager => "manager",
        Role::ProgramAdmin => "program_admin",
        Role::OrgAdmin => "org_admin",
    }
}
