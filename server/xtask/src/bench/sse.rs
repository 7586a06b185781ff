//! Reads a live stream as it arrives, in whatever pieces: HTTP chunks outside, event frames inside.

/// What a stream says.
#[derive(Debug, PartialEq, Eq)]
pub enum Frame {
    /// The event with this number.
    Event(u64),
    /// The stream gave up and wants its reader to load anew.
    Resync,
}

/// A stream that has been read up to somewhere.
#[derive(Debug, Default)]
pub struct Reader {
    /// Bytes of which no whole line has come yet.
    pending: Vec<u8>,
    part: Part,
    frame: Fields,
    refused: Option<String>,
}

/// Where in the answer the next line stands.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Part {
    #[default]
    Status,
    Headers,
    ChunkSize,
    Chunk(usize),
}

/// The fields of the frame that is being read, and the text of its unfinished line.
#[derive(Debug, Default)]
struct Fields {
    line: Vec<u8>,
    id: Option<u64>,
    kind: String,
    has_data: bool,
}

impl Reader {
    /// Takes what has arrived and answers the frames that are now whole.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<Frame> {
        self.pending.extend_from_slice(bytes);
        let mut frames = Vec::new();
        while self.advance(&mut frames) {}
        frames
    }

    /// The status line, when it was not one of success.
    pub fn refused(&self) -> Option<&str> {
        self.refused.as_deref()
    }

    /// Whether the answer has begun, so that nothing sent from now on is missed.
    pub fn is_open(&self) -> bool {
        matches!(self.part, Part::ChunkSize | Part::Chunk(_))
    }

    fn advance(&mut self, frames: &mut Vec<Frame>) -> bool {
        if let Part::Chunk(size) = self.part {
            return self.advance_chunk(size, frames);
        }
        let Some(end) = self.pending.windows(2).position(|pair| pair == b"\r\n") else { return false };
        let line: Vec<u8> = self.pending.drain(..end + 2).take(end).collect();
        let line = String::from_utf8_lossy(&line);
        self.part = match self.part {
            Part::Status => {
                self.refused = (!line.contains(" 200")).then(|| line.into_owned());
                Part::Headers
            }
            Part::Headers if line.is_empty() => Part::ChunkSize,
            Part::Headers => Part::Headers,
            Part::ChunkSize | Part::Chunk(_) => Part::Chunk(usize::from_str_radix(&line, 16).unwrap_or(0)),
        };
        true
    }

    fn advance_chunk(&mut self, size: usize, frames: &mut Vec<Frame>) -> bool {
        if self.pending.len() < size + 2 {
            return false;
        }
        let chunk: Vec<u8> = self.pending.drain(..size + 2).take(size).collect();
        for byte in chunk {
            frames.extend(self.frame.take(byte));
        }
        self.part = Part::ChunkSize;
        true
    }
}

impl Fields {
    fn take(&mut self, byte: u8) -> Option<Frame> {
        match byte {
            b'\n' => self.end_line(),
            b'\r' => None,
            _ => {
                self.line.push(byte);
                None
            }
        }
    }

    fn end_line(&mut self) -> Option<Frame> {
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.line)).into_owned();
        if line.is_empty() {
            return std::mem::take(self).whole();
        }
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            // The number, before the digest of the chain that follows it.
            "id" => self.id = value.split('-').next().and_then(|number| number.parse().ok()),
            "event" => value.clone_into(&mut self.kind),
            "data" => self.has_data = true,
            _ => {}
        }
        None
    }

    /// A heartbeat carries the cursor, and so the number of an event that was delivered before: it is no delivery.
    fn whole(self) -> Option<Frame> {
        match self.kind.as_str() {
            "resync" => Some(Frame::Resync),
            "heartbeat" => None,
            _ if self.has_data => self.id.map(Frame::Event),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Reader};

    const HEAD: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    /// What the server wrote each time; frames and chunks do not end together.
    const WRITTEN: [&str; 4] = [
        "id: 12-ab34\ndata: {}\n\nid",
        ": 13-cd56\ndata: {}\n\n:",
        " hello\n\nevent: heartbeat\nid: 13-cd56\ndata: {}\n\n",
        "event: resync\ndata: {}\n\n",
    ];

    #[test]
    fn events_are_read_whole_however_they_are_cut() {
        let chunks = WRITTEN.map(|text| format!("{:x}\r\n{text}\r\n", text.len()));
        let stream = format!("{HEAD}{}", chunks.concat());
        for size in [1, 2, 7, stream.len()] {
            let mut reader = Reader::default();
            let frames: Vec<Frame> = stream.as_bytes().chunks(size).flat_map(|piece| reader.take(piece)).collect();
            assert_eq!(frames, [Frame::Event(12), Frame::Event(13), Frame::Resync], "in pieces of {size}");
            assert!(reader.is_open() && reader.refused().is_none());
        }
    }

    #[test]
    fn a_stream_that_was_refused_says_how() {
        let mut reader = Reader::default();
        reader.take(b"HTTP/1.1 401 Unauthorized\r\n\r\n");
        assert_eq!(reader.refused(), Some("HTTP/1.1 401 Unauthorized"));
    }
}
