//! One spelling for comparing: lower case, no accents, split into words.

/// `text` in lower case and without accents, for comparing and sorting.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            out.push(letter.to_ascii_lowercase());
        } else {
            letter.to_lowercase().for_each(|small| push_plain(&mut out, small));
        }
    }
    out
}

/// The words of `text`, folded, in the order they stand. Plus and number sign belong to words: `c++`, `c#`.
pub fn words(text: &str) -> Vec<String> {
    let joined = |c: char| c.is_alphanumeric() || c == '+' || c == '#';
    fold(text).split(|c: char| !joined(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// True when `text` holds every word that was typed, in any order, case and with or without accents.
pub fn holds(text: &str, typed: &str) -> bool {
    let text = fold(text);
    words(typed).iter().all(|word| text.contains(word.as_str()))
}

fn push_plain(out: &mut String, letter: char) {
    match letter {
        // Combining accents, as they stand in decomposed text.
        '\u{300}'..='\u{36f}' => {}
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ậ' => {
            out.push('a')
        }
        'æ' => out.push_str("ae"),
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => out.push('c'),
        'ď' | 'đ' | 'ð' => out.push('d'),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẽ' | 'ẹ' | 'ế' | 'ề' | 'ệ' => {
            out.push('e')
        }
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => out.push('g'),
        'ĥ' | 'ħ' => out.push('h'),
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ị' => out.push('i'),
        'ĵ' => out.push('j'),
        'ķ' => out.push('k'),
        'ĺ' | 'ļ' | 'ľ' | 'ł' => out.push('l'),
        'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ' | 'ố' | 'ồ' | 'ộ' => {
            out.push('o')
        }
        'œ' => out.push_str("oe"),
        'ŕ' | 'ŗ' | 'ř' => out.push('r'),
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => out.push('s'),
        'ß' => out.push_str("ss"),
        'ţ' | 'ť' | 'ț' | 'ŧ' => out.push('t'),
        'þ' => out.push_str("th"),
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' => out.push('u'),
        'ŵ' => out.push('w'),
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => out.push('y'),
        'ź' | 'ż' | 'ž' => out.push('z'),
        other => out.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        let rows = [
            ("Inês Carvalho", "ines carvalho"),
            ("Søren ÅSTRÖM", "soren astrom"),
            ("Ine\u{302}s", "ines"),
            ("Straße", "strasse"),
            ("Ольга", "ольга"),
        ];
        for (text, expected) in rows {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_split_where_letters_end() {
        assert_eq!(words(" Fotheringay-Ashworth, B. "), ["fotheringay", "ashworth", "b"]);
        assert_eq!(words("C++ & C#"), ["c++", "c#"]);
        assert!(words(" … ").is_empty());
    }
}
