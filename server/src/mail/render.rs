//! How a letter looks: as plain text, and as HTML that mail programs show in light and dark. Everything is escaped;
//! nothing is fetched from elsewhere, so opening a mail tells nobody.

use super::message::Links;
use domain::mail::{Letter, Part};
use domain::notices::MailList;
use domain::reader::Phrase;

/// The letter as plain text.
pub(super) fn text(letter: &Letter, links: &Links) -> String {
    let mut out = String::new();
    let mut say = |line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    if !letter.lead.is_empty() {
        say(&letter.lead);
        say("");
    }
    for part in &letter.parts {
        say(&plain(part));
        for line in part.words.lines() {
            say(&format!("  “{}”", line.trim_end()));
        }
        say(&links.to(&part.href));
        say("");
    }
    if let Some(verb) = letter.verb.as_ref().filter(|verb| letter.parts.iter().all(|part| part.href != verb.href)) {
        say(&format!("{}: {}", verb.label, links.to(&verb.href)));
        say("");
    }
    say("-- ");
    say(&letter.why);
    say(&format!("Choose what you are told: {}", links.to(SETTINGS)));
    if let (Some(list), Some(stop)) = (letter.list, &links.unsubscribe) {
        say(&format!("{}: {stop}", stop_words(list)));
    }
    out
}

const SETTINGS: &str = "/settings#notices";

fn plain(part: &Part) -> String {
    let text: String = part.text.iter().map(|phrase| phrase.text.as_str()).collect();
    if part.when.is_empty() { text } else { format!("{}: {text}", part.when) }
}

fn stop_words(list: MailList) -> String {
    format!("Stop {}", list.title())
}

/// What a mail looks like in a light and in a dark program. Mail programs know few rules, so there are few.
const STYLE: &str = "\
:root{color-scheme:light dark;supported-color-schemes:light dark}\
body{margin:0;padding:24px 12px;background:#f8f7f3;color:#16211f;\
font:16px/1.5 Figtree,system-ui,-apple-system,'Segoe UI',sans-serif}\
.sheet{max-width:560px;margin:0 auto;padding:24px;border:1px solid #dcdad3;border-radius:16px;background:#ffffff}\
.mark{margin:0 0 16px;font-weight:700;font-size:20px;color:#00646c}\
.lead{margin:0 0 16px;font-size:20px;font-weight:600}\
.part{margin:0;padding:12px 0;border-top:1px solid #e9e7e0}\
.part a{color:inherit;text-decoration:none}\
.when{color:#5c6664;font-size:14px}\
.words{margin:8px 0 0;padding-left:12px;border-left:3px solid #9dd3d6;color:#434e4c}\
.verb{margin:20px 0 0}\
.verb a{display:inline-block;padding:10px 18px;border-radius:999px;background:#00646c;color:#ffffff;\
text-decoration:none;font-weight:600}\
.foot{max-width:560px;margin:16px auto 0;color:#5c6664;font-size:13px}\
.foot a{color:inherit}\
@media (prefers-color-scheme:dark){\
body{background:#0b1517;color:#f2f1ec}\
.sheet{background:#142022;border-color:#2c3a3d}\
.mark{color:#6cd0d3}\
.part{border-color:#2c3a3d}\
.when,.foot{color:#a5b1b0}\
.words{color:#c3cccb;border-color:#2f6b70}\
.verb a{background:#6cd0d3;color:#06191b}}";

/// The letter as HTML.
pub(super) fn html(letter: &Letter, links: &Links) -> String {
    let subject = escaped(&letter.subject);
    let lead = match letter.lead.as_str() {
        "" => String::new(),
        lead => format!("<p class=\"lead\">{}</p>", escaped(lead)),
    };
    let parts: String = letter.parts.iter().map(|part| part_html(part, links)).collect();
    let verb = letter.verb.as_ref().map_or_else(String::new, |verb| {
        let href = escaped(&links.to(&verb.href));
        format!("<p class=\"verb\"><a href=\"{href}\">{}</a></p>", escaped(&verb.label))
    });
    let foot = foot_html(letter, links);
    format!(
        "<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\
         <title>{subject}</title><style>{STYLE}</style></head>\
         <body><div class=\"sheet\"><p class=\"mark\">Kith</p>{lead}{parts}{verb}</div>{foot}</body></html>"
    )
}

fn part_html(part: &Part, links: &Links) -> String {
    let text: String = part.text.iter().map(phrase_html).collect();
    let when = match part.when.as_str() {
        "" => String::new(),
        when => format!("<br><span class=\"when\">{}</span>", escaped(when)),
    };
    let words = match part.words.as_str() {
        "" => String::new(),
        words => format!("<p class=\"words\" dir=\"auto\">{}</p>", escaped(words).replace('\n', "<br>")),
    };
    let href = escaped(&links.to(&part.href));
    format!("<div class=\"part\"><a href=\"{href}\">{text}</a>{when}{words}</div>")
}

fn phrase_html(phrase: &Phrase) -> String {
    let text = escaped(&phrase.text);
    if phrase.strong { format!("<b><bdi>{text}</bdi></b>") } else { text }
}

fn foot_html(letter: &Letter, links: &Links) -> String {
    let settings = escaped(&links.to(SETTINGS));
    let stop = letter.list.zip(links.unsubscribe.as_ref()).map_or_else(String::new, |(list, stop)| {
        format!(" · <a href=\"{}\">{}</a>", escaped(stop), escaped(&stop_words(list)))
    });
    format!(
        "<p class=\"foot\">{}<br><a href=\"{settings}\">Choose what you are told</a>{stop}</p>",
        escaped(&letter.why)
    )
}

/// As text and as the value of an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::mail::Verb;
    use domain::notices::About;

    fn letter() -> Letter {
        Letter {
            subject: "<b>Amara</b> asks".to_owned(),
            lead: String::new(),
            parts: vec![Part {
                text: vec![Phrase::strong("Amara <script>"), Phrase::plain(" asks you & Jonas")],
                words: "It’s \"urgent\"\nreally".to_owned(),
                when: String::new(),
                href: "/exchanges/k1".to_owned(),
            }],
            verb: Some(Verb { label: "Open in Kith".to_owned(), href: "/exchanges/k1".to_owned() }),
            why: "You chose mail at once about requests and meetings.".to_owned(),
            list: Some(MailList::About(About::Requests)),
            news: None,
            calendar: None,
        }
    }

    fn links() -> Links {
        Links {
            origin: "https://kith.example".to_owned(),
            unsubscribe: Some("https://kith.example/unsubscribe/requests.amara.ab".to_owned()),
        }
    }

    #[test]
    fn nothing_that_somebody_wrote_becomes_markup() {
        let html = html(&letter(), &links());
        assert!(!html.contains("<script") && !html.contains("<b>Amara</b>"), "{html}");
        assert!(html.contains("Amara &lt;script&gt;") && html.contains("&quot;urgent&quot;<br>really"), "{html}");
        assert!(html.contains("prefers-color-scheme:dark") && !html.contains("src="), "nothing is fetched");
    }

    #[test]
    fn the_text_says_all_that_the_html_does() {
        let text = text(&letter(), &links());
        let expected = "Amara <script> asks you & Jonas\n  “It’s \"urgent\"”\n  “really”\nhttps://kith.example/exchanges/k1\n\n\
            -- \nYou chose mail at once about requests and meetings.\n\
            Choose what you are told: https://kith.example/settings#notices\n\
            Stop mails about requests and meetings: https://kith.example/unsubscribe/requests.amara.ab\n";
        assert_eq!(text, expected);
    }
}
