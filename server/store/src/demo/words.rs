//! What people write when they say little: notes under an estimate, a request, a thank-you. They fit any skill; what
//! fits only one stands where it is said.

use domain::evidence::Level;

/// Under one's own estimate, by level.
pub(super) const fn own(level: Level) -> &'static [&'static str] {
    match level.number() {
        0 | 1 => &AWARE,
        2 => &WITH_HELP,
        3 => &ALONE,
        _ => &CAN_TEACH,
    }
}

const AWARE: [&str; 6] = [
    "I know whom to ring.",
    "Seen it done twice.",
    "I could explain what it is for, not more.",
    "From the induction day.",
    "I have read the card on the wall.",
    "Watched, never touched.",
];

const WITH_HELP: [&str; 8] = [
    "Fine as long as somebody stands next to me.",
    "Did it in September with help.",
    "The first half goes well.",
    "I still look at the notes for every step.",
    "Slow, but it comes out right.",
    "Last time was in August.",
    "I would not want to be the only one on shift.",
    "Twice with help since the summer.",
];

const ALONE: [&str; 8] = [
    "Part of my week.",
    "I do this without looking it up.",
    "On my own since spring.",
    "Covered it all through the holidays.",
    "Every shift, more or less.",
    "I trust myself with this one.",
    "Two years now, one mistake, caught.",
    "Alone, but I would rather not explain it to others yet.",
];

const CAN_TEACH: [&str; 8] = [
    "I have shown four people so far.",
    "Ask me.",
    "I wrote the card that hangs there.",
    "Taught it in my last place as well.",
    "Happy to show it, best on a quiet day.",
    "Long enough to know what goes wrong.",
    "I did this for nine years before I came here.",
    "New people are usually sent to me for it.",
];

/// Under a colleague's estimate.
pub(super) const PEER: [&str; 20] = [
    "Covered for me twice, and nothing came back.",
    "Saw it last week. Calm and complete.",
    "I go there first when I am stuck.",
    "We did it side by side. No difference to see.",
    "Better than I am at it by now.",
    "Explains it so that you can do it the day after.",
    "Careful in the right places.",
    "I checked afterwards and found nothing.",
    "On a bad day too.",
    "Noticed what I had missed.",
    "Did it while three people were talking.",
    "Quick, and still friendly.",
    "I learned my way of doing it from this.",
    "Does it the way the card says, which is rarer than you think.",
    "Never in a hurry, always on time.",
    "Showed me without making me feel slow.",
    "I have handed this over for good.",
    "Asked one question and it was the right one.",
    "Reliable, also when it gets late.",
    "I would put my name to it.",
];

/// Under a manager's estimate.
pub(super) const MANAGER: [&str; 10] = [
    "Seen on the last two rounds.",
    "From our talk in October; we agreed on this.",
    "The numbers of the quarter say the same.",
    "I plan on it when I write the rota.",
    "Passed the drill.",
    "After three months, without a doubt.",
    "Two teams asked for exactly this.",
    "Checked against the record sheet.",
    "Grew into it this autumn.",
    "I no longer look over this before it goes out.",
];

/// In a request.
pub(super) const ASK: [&str; 10] = [
    "I keep asking other people for this. I would rather be able to do it. Would you show me?",
    "Could I sit beside you the next time you do it?",
    "I have tried on my own and get half way. Could you look at the other half with me?",
    "My lead says you are the one to ask. Half an hour would help a lot.",
    "We get this about once a week now. I would like to stop passing it on.",
    "I saw your offer. Any day except Monday suits me.",
    "I will be covering for a colleague in January and this is the part that I cannot do yet.",
    "Can I come to you for this? I will bring a real case and biscuits.",
    "It is on my list since the summer. Do you have time this month?",
    "I learn best by doing it while somebody watches. Would you watch?",
];

/// A learner's thanks.
pub(super) const THANKS: [&str; 12] = [
    "You let me do it myself. That is why it stayed.",
    "I did it alone on the next shift. Thank you.",
    "Half an hour with you saved me a week of guessing.",
    "Thank you for not laughing at the first question.",
    "I finally know why we do it in this order.",
    "I have written down your three rules and taped them to my screen.",
    "It went wrong once since, and I knew what to do.",
    "Clear, kind, and to the point. I will pass it on.",
    "You made it smaller than I had feared.",
    "I used it the same afternoon.",
    "You stayed longer than agreed. I noticed.",
    "My whole team does it your way now.",
];

/// A teacher's note.
pub(super) const NOTE: [&str; 8] = [
    "Good questions. Next time alone, I only watch.",
    "Has it. Needs one real case.",
    "Quick learner, slow hands, both fine.",
    "We got further than planned.",
    "Practise the second half, then call me.",
    "I learned something too.",
    "Ready to do it with somebody beside.",
    "One more meeting and it sits.",
];
