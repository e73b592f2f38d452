//! How far does a number reach? "2 500", "3,5", "24.02.2022", "12:30", "5-7" and "2024-го" are one token each.

use super::word;

/// Signs that stand between the digits of one number, a date, a time, a range.
const BETWEEN: &str = ".,:/-–‑";
/// Spaces that stand between the digits of a large number.
const SPACES: &str = " \u{a0}\u{2009}\u{202f}";

/// The length in bytes of the number that begins with the first character of the text, which is a digit.
pub(super) fn length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let first = digits(rest, 0);
    let mut end = if (1..=3).contains(&first) { thousands(rest, first) } else { first };
    // "3,5", "24.02.2022", "5-7".
    while let Some(sign) = rest[end..].chars().next().filter(|c| BETWEEN.contains(*c)) {
        let after = end + sign.len_utf8();
        let more = digits(rest, after);
        if more == after {
            break;
        }
        end = more;
    }
    // "2024-го", "5G", "14а", "5572-П"; but "20км" is a number and a unit.
    let mut tail = rest[end..].chars();
    match tail.next() {
        Some('-') if tail.next().is_some_and(word::is_letter) => end + 1 + word::length(&rest[end + 1..]),
        Some(c) if word::is_letter(c) || c == '_' => {
            let behind = word::length(&rest[end..]);
            let unit = rest[end..end + behind].chars().all(|c| matches!(c, 'а'..='я' | 'і' | 'ї' | 'є' | 'ґ'))
                && rest[end..].chars().nth(1).is_some_and(word::is_letter);
            if unit { end } else { end + behind }
        }
        _ if end == 0 => bytes.len().min(1),
        _ => end,
    }
}

/// Where the digits end that begin at `at`.
fn digits(rest: &str, at: usize) -> usize {
    at + rest[at..].chars().take_while(|c| c.is_numeric()).map(char::len_utf8).sum::<usize>()
}

/// Where a number ends whose first one to three digits end at `end`: with as many groups of three as follow, each behind the same space.
fn thousands(rest: &str, mut end: usize) -> usize {
    let Some(space) = rest[end..].chars().next().filter(|c| SPACES.contains(*c)) else { return end };
    if rest.starts_with('0') {
        return end;
    }
    while rest[end..].starts_with(space) {
        let after = end + space.len_utf8();
        let group = rest.as_bytes()[after..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        if group != 3 {
            break;
        }
        end = after + 3;
    }
    end
}
