//! Are the weights those that were written?
//!
//! The file holds its own checksum: `__metadata__.checksum`, the XXH3-64 of the whole file in which these 16 digits are zeros.

use crate::error::ModelError;
use std::hash::Hasher;
use std::ops::Range;
use twox_hash::XxHash3_64;

const KEY: &[u8] = b"\"checksum\":\"";
const DIGITS: usize = 16;
const EMPTY: &[u8; DIGITS] = b"0000000000000000";

/// Where the digits stand: in the header, which the first eight bytes measure.
fn place(file: &[u8]) -> Option<Range<usize>> {
    let (length, rest) = file.split_first_chunk::<8>()?;
    let header = rest.get(..usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    let begin = header.windows(KEY.len()).position(|bytes| bytes == KEY)? + KEY.len();
    let digits = header.get(begin..begin + DIGITS)?;
    digits.iter().all(u8::is_ascii_hexdigit).then_some(begin + 8..begin + 8 + DIGITS)
}

fn sum(file: &[u8], digits: &Range<usize>) -> String {
    let mut hasher = XxHash3_64::new();
    hasher.write(&file[..digits.start]);
    hasher.write(EMPTY);
    hasher.write(&file[digits.end..]);
    format!("{:016x}", hasher.finish())
}

/// Refuses a file whose bytes are not those that its checksum was taken of.
pub fn check(file: &[u8]) -> Result<(), ModelError> {
    let digits = place(file).ok_or(ModelError::NoChecksum)?;
    let (found, expected) = (sum(file, &digits), String::from_utf8_lossy(&file[digits]).into_owned());
    if found == expected { Ok(()) } else { Err(ModelError::Damaged { expected, found }) }
}

/// Writes the checksum into a tensor file whose metadata have a `checksum` of 16 hexadecimal digits, whichever.
///
/// # Errors
/// [`ModelError::NoChecksum`] where there is no such place.
pub fn seal(file: &mut [u8]) -> Result<(), ModelError> {
    let digits = place(file).ok_or(ModelError::NoChecksum)?;
    let sum = sum(file, &digits);
    file[digits].copy_from_slice(sum.as_bytes());
    Ok(())
}
