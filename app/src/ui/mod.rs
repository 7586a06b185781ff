//! The design system. It knows no domain noun: people are faces, skills are words, everything is given to it.
//! All of it is shown, in every state, at `/styleguide`.
//!
//! Rules of the house: one primary button on a screen; links go somewhere, buttons do something; ids are props,
//! because an id made up while rendering differs between server and browser; text that may change is a
//! `Signal`, so a string, a signal or a closure will do; words, icons and ways that may be left out take the
//! thing or an `Option` of it; what a component needs seldom is added with `attr:`.
//!
//! # Cheat sheet
//!
//! ```ignore
//! // Page
//! <PageHead title="People" lead="64 people." actions=|| view! { <LinkButton href="/new">"New"</LinkButton> } />
//! <PageTitle>"Amara Okafor"</PageTitle>          // the h1 alone, where PageHead does not fit; takes the focus after a navigation
//! <Section id="today" title="Today" note="…" aside=|| view! { <a class="link" href="/x">"All"</a> }>…</Section>
//! <Breadcrumbs crumbs=vec![Crumb::to("People", "/people"), Crumb::here("Amara Okafor")] />
//! <Tabs label="Views" tabs=vec![Tab::new("Settings", "/a", true), Tab::new("People", "/b", false).with_count(49)] />
//! <Loaded from=resource failure="This list did not load" let:people><PeopleTable people /></Loaded>
//!     // a failed refetch keeps what is shown; `part=true` for a list inside a page that has its own title
//!     // optional: is_empty=Vec::is_empty-like fn, empty=|| view! { <EmptyState …/> }, waiting=|| view! { <Skeleton face=true /> }
//!
//! // Verbs
//! <Button kind=ButtonKind::Primary submit=true pending=action.pending()>"Send to Noor"</Button>
//! <Button icon=IconName::Plus on_press=Callback::new(move |()| …)>"Add"</Button>
//! <Button refusal=move || why_not.get()>"Publish"</Button>      // Option<String>: stays focusable, says why
//! <Button menu="more">"More"</Button>  <Button dialog="end">"End"</Button>
//! <LinkButton href="/swaps/1" kind=ButtonKind::Primary size=ButtonSize::Large>"Open swap"</LinkButton>
//! <IconButton icon=IconName::More label="More about Amara" menu="more" />
//! <Segmented label="Picture or table" segments=vec![Segment { label, href, current }] />
//!
//! // Forms: inside <Field> a control finds id, hint and error by itself
//! <Field id="title" label="Title" hint="…" error=move || error.get()> <TextInput name="title" value=title /> </Field>
//! <Field id="text" label="What happened?" audience="Only Rosalind reads this, ever."> <TextArea name="text" bind=text /> </Field>
//! <TextInput name="on" kind=InputKind::Date />        // Text Email Password Search Number Date Time DateTime Url
//! <Select name="team" choices=vec![Choice::new("a", "Care East")] value="a" />
//! <Checkbox name="all" checked=true>"Remind the waitlist"</Checkbox>  <Switch name="other">"Prefer other teams"</Switch>
//! <RadioGroup name="when" legend="From when?" choices value="now" look=RadioLook::Cards />   // Cards Lines Slots
//! <Picks name="teach[]" choices chosen way=Way::Teach />
//! <NumberStepper name="seats" label="Seats" bind=seats min=1 max=40 />
//! <Combobox id="skill" name="skill" options create="Create “{}”" />       // form sends skill=… or skill_text=…
//!     // `selected.set(…)` from the page shows it, `selected.set(Vec::new())` empties the box
//! <Combobox id="who" name="who[]" mode=ComboMode::Many options on_query=find selected way=Way::Learn />
//! <FormErrors title="Two things stop this" errors=vec![FormError { field: "title".into(), text }] />
//! <OneOfMany field="skill" value=id>…forms…</OneOfMany>     // a row among many alike: what was refused comes back in its row only
//! <SearchBox id="q" label="Name, skill or team" action="/people" />
//! <Audience text="Only the two of you read these notes." />
//!
//! // Overlays
//! <Menu id="more" label="More"><MenuLabel>"Ask me again"</MenuLabel><MenuItem icon=IconName::Clock href="/x">"Tomorrow"</MenuItem><MenuLine /></Menu>
//! <Dialog id="end" title="End it?" foot=|| view! { <CloseDialog dialog="end">"Cancel"</CloseDialog> }>"…"</Dialog>   // or open=signal
//! toast_when_done(action, "Saved");  when_done(action, Callback::new(move |()| …));
//! Toasts::here().say("Seat saved for 12:30");  Toasts::here().say_with("Removed", "Undo", callback);
//! <CommandPalette asked=typed search=|typed| async move { find(typed).await } />   // once, in the shell
//!
//! // Messages
//! <Banner label="About this demo" link="Clear and start mine" href="/clear">"Demo data"</Banner>
//! <Note status=Status::Warning>"The ring lapses on Friday at 18:00."</Note>
//! <EmptyState title="No ring yet" action=|| view! { … } example="For example: …">"Post one offer."</EmptyState>
//! <ErrorCard title="This did not load" text=error.to_string() reference="K7F2" />
//! <Skeleton lines=3 face=true />  <OfflineChip waiting=count href="/outbox" />  <SavedWhen at=saved />  <Install />
//! <When datetime="2026-11-18T12:30:00Z" text="Thursday 12:30" />
//!
//! // What changed while somebody looked: `let seen = Seen::new();` where the page is, then on what is drawn anew
//! <p data-changed=seen.mark("seats", seats.clone())>{seats}</p>
//!
//! // People and words
//! <Avatar name="Amara Okafor" seed=person_id size=AvatarSize::Large here=Here::Present />   // alone=true carries the name
//! <PersonLine name seed href="/people/amara" sub="Community nurse · Care East" />
//! <PresenceStack people=vec![Face::new(name, seed)] />  <FormerAvatar />
//! <Chip kind=Way::Teach>"SQL for reports"</Chip>  <Chip kind=Status::Success icon=IconName::Check>"yes"</Chip>  <Chip kind=ChipKind::Plain>"+4"</Chip>
//! <FilterChip label="Free this week" href=url_without on=true />
//! <Card title sub href picture=|| … foot=|| …>…</Card> inside <Cards width=CardWidth::Small>
//!
//! // Lists and data
//! <Table label="People" head=|| view! { <ColumnHead label="Person" sort="?sort=name" sorted=Sorted::Up /> }>
//!     <TableRow><RowHead><PersonLine … /></RowHead><Cell label="Taught" numeric=true>{14}</Cell></TableRow>
//! </Table>
//! <Pagination summary="1–8 of 11" previous=None::<String> next="/people?page=2".to_owned() />
//! <Timeline><TimelineItem way=Way::Teach meta=|| view! { <When … /> }>"Taught Jonas"</TimelineItem></Timeline>  <NewItems count on_show />
//! <Agenda><AgendaItem datetime time="12:30" length="45 min" title href action=|| …>…</AgendaItem></Agenda>
//! <Figure id="cover" title takeaway table=|| view! { <Table …/> }><svg class="chart" role="img" aria-labelledby="cover">…</svg></Figure>
//! <SkillLane level=3 certainty=Certainty::Fair goal=Some(4) way=Way::Learn />  <LaneScale />  <LaneArrow way=Way::Teach />
//! <CoverSlots slots=vec![CoverSlot::Empty { note }] />  <ProgressRing label="Plan steps done" done=3 of=5 unit="of 5 steps" />
//! <Stepper label="Import" steps=vec!["File".into(), "Check".into()] current=2_usize />
//! <Band strength=Strength::Good />  <Reasons><Reason way=Way::Learn>"Can teach you …"</Reason></Reasons>
//! <NextStep title="Confirm Thursday 12:30" effort="about 1 minute" actions=|| … picture=|| …>"She has been waiting."</NextStep>
//! <PeopleRing id="ring" label="Amara teaches you …" members=vec![RingMember { name, seed, gives, answer: Answer::Yes, is_you }] middle=("2 of 3".to_owned(), "said yes".to_owned()) />
//! <Medal shape=MedalShape::Teacher level=2 locked=true />  <Mark />  <Wordmark label="Kith" />  <Icon name=IconName::Bell />
//! ```
//!
//! // Editing together
//! <LiveField path="title" typing=who draft=is_mine was=before changed=note glows=is_new><Field …>…</Field></LiveField>
//! <Diff><DiffItem line=DiffLine { label, before, after, pieces } action=|| view! { … } /></Diff>  <DiffValues before after />
//! <EffectSquares id="effect" sentence units lines />  <ConflictCard label title values>…buttons…</ConflictCard>
//!
//! In the shell, once: `Toasts::provide()`, `<ToastRegion />`, `<UpdateNotice />`, `<StaleChip />`,
//! `<OfflineChip />` and `<CommandPalette … />`. Anything round and chevron-shaped comes from [`ring::Ring`].

mod agenda;
mod announced;
mod avatar;
mod band;
mod banner;
mod breadcrumbs;
mod button;
mod card;
mod changed;
mod checkbox;
mod chip;
mod combobox;
mod conflict_card;
mod cover_slots;
mod dialog;
mod diff;
mod effect_squares;
mod empty_state;
mod error_card;
mod field;
mod figure;
mod finder;
mod fit_parts;
mod form_errors;
mod heat;
mod icon;
mod icon_button;
mod icon_name;
mod install;
mod kept_choice;
mod kept_text;
mod link_button;
mod list_cursor;
mod live_field;
mod loaded;
mod mark;
mod maybe_text;
mod medal;
mod menu;
mod next_step;
mod note;
mod number_stepper;
mod offline_chip;
mod page_head;
mod page_title;
mod pagination;
mod palette;
mod pending;
mod people_ring;
mod person_line;
mod picks;
mod presence_stack;
mod progress_ring;
mod radio_group;
mod reason;
pub mod ring;
mod risk;
mod search_box;
mod segmented;
mod select;
mod skeleton;
mod skill_lane;
mod stepper;
pub mod styleguide;
mod table;
mod tabs;
mod text_area;
mod text_input;
mod timeline;
mod toast;
mod typed;
mod typed_before;
mod update_notice;
mod way;
mod when;
mod wordmark;
mod written_for;

pub use agenda::*;
pub use avatar::*;
pub use band::*;
pub use banner::*;
pub use breadcrumbs::*;
pub use button::*;
pub use card::*;
pub use changed::Seen;
pub use checkbox::*;
pub use chip::*;
pub use combobox::*;
pub use conflict_card::*;
pub use cover_slots::*;
pub use dialog::*;
pub use diff::*;
pub use effect_squares::*;
pub use empty_state::*;
pub use error_card::*;
pub use field::*;
pub use figure::*;
pub use finder::*;
pub use fit_parts::*;
pub use form_errors::*;
pub use heat::*;
pub use icon::*;
pub use icon_button::*;
pub use icon_name::*;
pub use install::*;
pub use kept_choice::set_back;
pub use kept_text::{KeptText, forget_text, keep_text};
pub use link_button::*;
pub use live_field::*;
pub use loaded::*;
pub use mark::*;
pub use maybe_text::*;
pub use medal::*;
pub use menu::*;
pub use next_step::*;
pub use note::*;
pub use number_stepper::*;
pub use offline_chip::*;
pub use page_head::*;
pub use page_title::*;
pub use pagination::*;
pub use palette::*;
pub use pending::*;
pub use people_ring::*;
pub use person_line::*;
pub use picks::*;
pub use presence_stack::*;
pub use progress_ring::*;
pub use radio_group::*;
pub use reason::*;
pub use risk::*;
pub use search_box::*;
pub use segmented::*;
pub use select::*;
pub use skeleton::*;
pub use skill_lane::*;
pub use stepper::*;
pub use table::*;
pub use tabs::*;
pub use text_area::*;
pub use text_input::*;
pub use timeline::*;
pub use toast::*;
pub use typed_before::{OneOfMany, TypedBefore, came_back};
pub use update_notice::*;
pub use way::*;
pub use when::*;
pub use wordmark::*;
pub use written_for::WrittenFor;
