//! Long texts of an import, in pieces that fit a row.

use crate::error::Result;
use crate::{Store, Tx};
use domain::id::ImportId;
use serde::Deserialize;
use serde_json::{Value, json};

/// The most bytes of one piece.
const PIECE: usize = 256 * 1024;

#[derive(Deserialize)]
struct Piece {
    text: String,
}

impl Store {
    /// Puts a text under a name that holds none yet.
    pub(super) async fn put_import_text(&self, import: &ImportId, name: &str, text: &str) -> Result<()> {
        self.put_import_pieces(import, name, pieces(text)).await
    }

    /// Puts numbered pieces under a name that holds none yet.
    pub(super) async fn put_import_pieces<'a>(
        &self,
        import: &ImportId,
        name: &str,
        pieces: impl IntoIterator<Item = &'a str>,
    ) -> Result<()> {
        for (number, piece) in pieces.into_iter().enumerate() {
            let values = json!({ "key": [import, name, number], "row": { "text": piece } });
            self.run("CREATE type::record('import_text', $key) CONTENT $row RETURN NONE", values).await?;
        }
        Ok(())
    }

    /// All pieces under a name, in order.
    pub(super) async fn import_pieces(&self, import: &ImportId, name: &str) -> Result<Vec<String>> {
        let pieces: Vec<Piece> = self.rows(ALL, json!({ "import": import, "name": name })).await?;
        Ok(pieces.into_iter().map(|piece| piece.text).collect())
    }

    /// The text under a name; empty when there is none.
    pub(super) async fn import_text(&self, import: &ImportId, name: &str) -> Result<String> {
        Ok(self.import_pieces(import, name).await?.concat())
    }

    /// Drops what stands under a name.
    pub(super) async fn drop_import_text(&self, import: &ImportId, name: &str) -> Result<()> {
        self.run(DROP, json!({ "import": import, "name": name })).await
    }

    /// Drops every text of an import.
    pub(super) async fn drop_import_texts(&self, import: &ImportId) -> Result<()> {
        let query = "DELETE type::record('import_text', [$import, NONE]..[$import, ..]) RETURN NONE";
        self.run(query, json!({ "import": import })).await
    }
}

/// One piece, read in a transaction.
pub(super) async fn piece(tx: &Tx, import: &ImportId, name: &str, number: u32) -> Result<Option<String>> {
    let query = "SELECT text FROM ONLY type::record('import_text', $key)";
    let piece: Option<Piece> =
        tx.row(query, json!({ "key": Value::from(vec![json!(import), json!(name), json!(number)]) })).await?;
    Ok(piece.map(|piece| piece.text))
}

const ALL: &str = "SELECT text, id FROM type::record('import_text', [$import, $name, NONE]..[$import, $name, ..])";
const DROP: &str = "DELETE type::record('import_text', [$import, $name, NONE]..[$import, $name, ..]) RETURN NONE";

/// The text cut where letters end.
fn pieces(mut text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    while text.len() > PIECE {
        let (piece, rest) = text.split_at(text.floor_char_boundary(PIECE));
        pieces.push(piece);
        text = rest;
    }
    pieces.push(text);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_letters() {
        let text = format!("a{}", "ö".repeat(PIECE));
        let cut = pieces(&text);
        assert_eq!((cut.len(), cut.concat()), (3, text.clone()));
        assert!(cut.iter().all(|piece| piece.len() <= PIECE));
        assert_eq!(pieces(""), [""]);
    }
}
