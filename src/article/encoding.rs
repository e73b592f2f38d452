//! Which characters do the bytes stand for?

use super::NoArticle;
use crate::diagnostic::Diagnostic;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// The text of bytes: UTF-8 where they are, what a byte order mark or `label` says where that fits, else the encoding that the letters
/// speak for (`chardetng`). Anything but UTF-8 is noted.
pub fn decode(bytes: Vec<u8>, label: Option<&str>) -> Result<(String, Option<Diagnostic>), NoArticle> {
    let marked = Encoding::for_bom(&bytes).filter(|(encoding, _)| *encoding != UTF_8);
    let bytes = if marked.is_some() {
        bytes
    } else {
        match String::from_utf8(bytes) {
            Ok(text) => return plain(text).map(|text| (text, None)),
            Err(error) => error.into_bytes(),
        }
    };
    let said = label.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|encoding| *encoding != UTF_8);
    let guessed = || {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(&bytes, true);
        detector.guess(Some(b"ua"), Utf8Detection::Deny)
    };
    // Nearly all bytes of a text that is UTF-8 but for a broken one must not turn into another alphabet.
    if mostly_utf8(&bytes) {
        return Err(NoArticle::Damaged(std::str::from_utf8(&bytes).err().map_or(0, |error| error.valid_up_to())));
    }
    let candidates = marked.map(|(encoding, _)| encoding).into_iter().chain(said).chain(std::iter::once_with(guessed));
    for encoding in candidates {
        if let Some(text) =
            encoding.decode_without_bom_handling_and_without_replacement(marked.map_or(&bytes[..], |(_, mark)| &bytes[mark..]))
            && let Ok(text) = plain(text.into_owned())
        {
            let note = Diagnostic::note(format!("read as {}, not UTF-8: offsets count in its characters", encoding.name()));
            return Ok((text, Some(note)));
        }
    }
    let place = bytes.iter().position(|byte| is_odd(*byte)).or_else(|| std::str::from_utf8(&bytes).err().map(|e| e.valid_up_to()));
    Err(NoArticle::Encoding(place.unwrap_or(0)))
}

/// Whether the bytes of more than one byte are nearly all well-formed UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 20 * bad
}

/// A byte that no text has.
const fn is_odd(byte: u8) -> bool {
    byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b)
}

/// A text, unless it is full of control characters, which are a sign of something else.
fn plain(text: String) -> Result<String, NoArticle> {
    match text.bytes().position(|byte| byte == 0) {
        Some(place) => Err(NoArticle::Encoding(place)),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{KOI8_U, WINDOWS_1251};

    const TEXT: &str = "Міністерство оборони Ґданська заявило, що її союзники їдуть на північ. «Ми не відступимо», – додав речник.";

    #[test]
    fn older_encodings_are_told_by_their_letters() {
        for encoding in [WINDOWS_1251, KOI8_U] {
            let koi = encoding == KOI8_U;
            let text = if koi { TEXT.replace('–', "-").replace(['«', '»'], "\"") } else { TEXT.to_owned() };
            let (bytes, _, lost) = encoding.encode(&text);
            assert!(!lost);
            let (read, note) = decode(bytes.into_owned(), None).unwrap();
            assert_eq!(read, text);
            assert!(note.unwrap().to_string().contains(encoding.name()));
        }
    }

    #[test]
    fn a_mark_or_a_label_counts_where_it_fits() {
        let utf16: Vec<u8> = std::iter::once(0xfeff).chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(utf16, None).unwrap().0, TEXT);
        assert_eq!(decode(TEXT.into(), Some("windows-1251")).unwrap().0, TEXT);
        let (bytes, ..) = WINDOWS_1251.encode(TEXT);
        assert_eq!(decode(bytes.clone().into_owned(), Some("utf-8")).unwrap().0, TEXT);
        assert_eq!(decode(bytes.into_owned(), Some("cp1251")).unwrap().0, TEXT);
    }

    #[test]
    fn a_broken_byte_in_utf8_is_an_error_with_its_place() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes[101] = 0xff;
        assert!(matches!(decode(bytes, None), Err(NoArticle::Damaged(100 | 101))));
    }
}
