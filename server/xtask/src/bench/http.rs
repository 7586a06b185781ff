//! As much of HTTP/1.1 as measuring takes: one connection that stays open, and answers read whole.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::fault::{Fault, Outcome, While};

const PATIENCE: Duration = Duration::from_secs(30);

/// What to ask for. A body makes it a form that is posted.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    pub path: &'a str,
    pub cookie: Option<&'a str>,
    pub form: Option<&'a str>,
}

impl<'a> Ask<'a> {
    /// A page, signed out.
    pub fn page(path: &'a str) -> Self {
        Self { path, cookie: None, form: None }
    }

    /// The bytes of the request. An `Origin` is sent with every form, since the server refuses foreign ones.
    pub fn bytes(&self, addr: SocketAddr, accept: Accept) -> Vec<u8> {
        let method = if self.form.is_some() { "POST" } else { "GET" };
        let cookie = self.cookie.map(|cookie| format!("Cookie: {cookie}\r\n")).unwrap_or_default();
        let form = self.form.map(|form| {
            let kind = "application/x-www-form-urlencoded";
            format!("Origin: http://{addr}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", form.len())
        });
        let head = format!(
            "{method} {} HTTP/1.1\r\nHost: {addr}\r\nAccept: {}\r\nAccept-Encoding: {}\r\n{cookie}{}\r\n",
            self.path,
            accept.kind,
            accept.coding,
            form.unwrap_or_default()
        );
        [head.as_bytes(), self.form.unwrap_or_default().as_bytes()].concat()
    }
}

/// Which answers are taken.
#[derive(Debug, Clone, Copy)]
pub struct Accept {
    kind: &'static str,
    coding: &'static str,
}

impl Accept {
    /// A page as a browser takes it.
    pub const PAGE: Self = Self { kind: "text/html,*/*", coding: "br" };
    /// A page to be read here, where nothing decompresses.
    pub const PLAIN_PAGE: Self = Self { kind: "text/html,*/*", coding: "identity" };
    /// What a script asks for.
    pub const JSON: Self = Self { kind: "application/json", coding: "br" };
    /// What a script asks for, to be read here.
    pub const PLAIN_JSON: Self = Self { kind: "application/json", coding: "identity" };
    /// What happens.
    pub const EVENTS: Self = Self { kind: "text/event-stream", coding: "identity" };
}

/// An answer, its body as transferred.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Refuses an answer that is an error.
    pub fn expect_ok(self, path: &str) -> Outcome<Self> {
        if self.status < 400 {
            return Ok(self);
        }
        let said: String = String::from_utf8_lossy(&self.body).chars().take(200).collect();
        Err(Fault::new(format!("{path} was answered with {}: {said}", self.status)))
    }
}

/// A connection that stays open between requests.
#[derive(Debug)]
pub struct Connection {
    addr: SocketAddr,
    stream: BufReader<TcpStream>,
}

impl Connection {
    /// Connects; refuses after half a minute.
    pub fn open(addr: SocketAddr) -> Outcome<Self> {
        Self::try_open(addr).while_doing(format_args!("connecting to {addr}"))
    }

    fn try_open(addr: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect_timeout(&addr, PATIENCE)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { addr, stream: BufReader::new(stream) })
    }

    /// Asks, and reads the answer to its end.
    pub fn ask(&mut self, ask: &Ask) -> Outcome<Answer> {
        self.ask_for(ask, if ask.form.is_some() { Accept::JSON } else { Accept::PAGE })
    }

    /// Asks for one kind of answer, and reads it to its end.
    pub fn ask_for(&mut self, ask: &Ask, accept: Accept) -> Outcome<Answer> {
        let bytes = ask.bytes(self.addr, accept);
        let answer = self.stream.get_mut().write_all(&bytes).and_then(|()| read_answer(&mut self.stream));
        answer.while_doing(format_args!("asking for {}", ask.path))
    }
}

fn read_answer(stream: &mut impl BufRead) -> std::io::Result<Answer> {
    let status = line(stream)?.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(garbled)?;
    let mut headers = Vec::new();
    loop {
        let line = line(stream)?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut answer = Answer { status, headers, body: Vec::new() };
    answer.body = read_body(&answer, stream)?;
    Ok(answer)
}

fn read_body(answer: &Answer, stream: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    if answer.header("transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        return read_chunks(stream);
    }
    let length = answer.header("content-length").map_or(Ok(0), str::parse).map_err(|_| garbled())?;
    read_exactly(stream, length)
}

fn read_chunks(stream: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size =
            usize::from_str_radix(line(stream)?.split(';').next().unwrap_or_default(), 16).map_err(|_| garbled())?;
        body.extend(read_exactly(stream, size)?);
        line(stream)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

fn read_exactly(stream: &mut impl BufRead, length: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn line(stream: &mut impl BufRead) -> std::io::Result<String> {
    let mut line = String::new();
    match stream.read_line(&mut line)? {
        0 => Err(ErrorKind::UnexpectedEof.into()),
        _ => Ok(line.trim_end().to_owned()),
    }
}

fn garbled() -> std::io::Error {
    std::io::Error::new(ErrorKind::InvalidData, "the answer is not HTTP/1.1")
}

#[cfg(test)]
mod tests {
    use super::{Accept, Ask, read_answer};

    #[test]
    fn an_answer_is_read_to_its_end_whether_it_has_a_length_or_comes_in_chunks() {
        let two = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nteachHTTP/1.1 303 See Other\r\nTransfer-Encoding: chunked\r\n\
            Set-Cookie: a=b\r\n\r\n3\r\nlea\r\n2\r\nrn\r\n0\r\n\r\n";
        let mut stream = two.as_bytes();
        assert_eq!(read_answer(&mut stream).unwrap().body, b"teach");
        let second = read_answer(&mut stream).unwrap();
        assert_eq!(
            (second.status, second.header("set-cookie"), second.body.as_slice()),
            (303, Some("a=b"), b"learn".as_slice())
        );
        assert!(stream.is_empty());
    }

    #[test]
    fn a_form_is_posted_from_the_servers_own_origin() {
        let ask = Ask { path: "/api/x", cookie: Some("k=1"), form: Some("a=1") };
        let text = String::from_utf8(ask.bytes("127.0.0.1:80".parse().unwrap(), Accept::JSON)).unwrap();
        assert!(text.starts_with("POST /api/x HTTP/1.1\r\n"), "{text}");
        assert!(text.contains("Origin: http://127.0.0.1:80\r\n") && text.contains("Content-Length: 3\r\n"), "{text}");
        assert!(text.ends_with("\r\n\r\na=1"), "{text}");
    }
}
