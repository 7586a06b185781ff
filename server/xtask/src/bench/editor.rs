//! An admin at the editor of a program, as their browser talks to the server.

use serde_json::Value;

use super::http::{Accept, Ask, Connection};
use super::server::Server;
use crate::fault::{Fault, Outcome, While};

/// Open on one program, signed in.
#[derive(Debug)]
pub struct Editor {
    connection: Connection,
    cookie: String,
    program: &'static str,
}

/// A draft that is kept and was looked at: whoever publishes says which outcome they have seen.
#[derive(Debug)]
pub struct Ready {
    seen: String,
}

impl Editor {
    /// Signs a persona in and opens the editor.
    pub fn open(server: &Server, persona: &str, program: &'static str) -> Outcome<Self> {
        let connection = Connection::open(server.addr)?;
        Ok(Self { connection, cookie: server.sign_in_as(persona)?, program })
    }

    /// Types `text` into a field of the newest version, and looks at what that would do.
    pub fn draft(&mut self, field: &str, text: &str) -> Outcome<Ready> {
        let base = self.look()?["base"].as_u64().ok_or_else(|| Fault::new("the editor names no version"))?;
        self.post("/api/keep_draft", &format!("form[base]={base}&form[values][{field}]={}", written(text)))?;
        match self.look()?["review"]["seen"].as_str() {
            Some(seen) if !seen.is_empty() => Ok(Ready { seen: seen.to_owned() }),
            _ => Err(Fault::new("the editor does not say what the change would do")),
        }
    }

    /// Makes the draft live for everybody, now.
    pub fn publish(&mut self, ready: &Ready) -> Outcome {
        let form = format!("form[policy]=everyone_now&form[seen]={}", ready.seen);
        self.post("/api/publish_draft", &form).map(drop)
    }

    fn look(&mut self) -> Outcome<Value> {
        self.post("/api/program_editor", "query=form%5Bpolicy%5D%3Deveryone_now")
    }

    fn post(&mut self, path: &str, form: &str) -> Outcome<Value> {
        let form = format!("program={}&{form}", self.program);
        let ask = Ask { path, cookie: Some(&self.cookie), form: Some(&form) };
        let answer = self.connection.ask_for(&ask, Accept::PLAIN_JSON)?.expect_ok(path)?;
        serde_json::from_slice(&answer.body).while_doing(format_args!("reading the answer of {path}"))
    }
}

/// As a form sends it, spaces and all.
fn written(text: &str) -> String {
    text.bytes().fold(String::new(), |written, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => written + char::from(byte).encode_utf8(&mut [0; 4]),
        _ => format!("{written}%{byte:02X}"),
    })
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn what_stands_in_a_form_cannot_be_taken_for_its_signs() {
        assert_eq!(written("a&b = ü"), "a%26b%20%3D%20%C3%BC");
    }
}
