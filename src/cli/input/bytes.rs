//! What are the bytes of an input? Those of a file or of standard input, unpacked where they are gzip'd, whatever their name.

use super::gather::STDIN;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::Path;

/// So many bytes at the beginning tell what an input is.
pub const HEAD: usize = 4096;

/// How gzip'd data begin (RFC 1952).
const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// Data that are more than so many times as large as packed, and larger than [`HARMLESS`], are taken for a trap. N-Quads come to 30.
const TIMES: u64 = 200;
const HARMLESS: u64 = 64 << 20;

/// An input that is read bit by bit.
pub struct Opened {
    /// Its first bytes, at most [`HEAD`].
    pub head: Vec<u8>,
    rest: Box<dyn Read>,
    packed: bool,
}

impl Opened {
    /// Reads it from the beginning. Where `take` does not like what it gets, that may be for damage to packed data that only shows at
    /// their end: then this is what is wrong.
    pub fn read<T, E>(self, take: impl FnOnce(&mut dyn Read) -> Result<T, E>) -> io::Result<Result<T, E>> {
        let mut source = io::Cursor::new(self.head).chain(self.rest);
        let taken = take(&mut source);
        if taken.is_err() && self.packed {
            io::copy(&mut source, &mut io::sink())?;
        }
        Ok(taken)
    }

    pub fn bytes(self) -> io::Result<Vec<u8>> {
        let mut bytes = self.head;
        let mut rest = self.rest;
        rest.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Opens a file, or standard input for `-`.
pub fn open(path: &Path) -> io::Result<Opened> {
    let mut source: Box<dyn Read> = if path == Path::new(STDIN) { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    let head = beginning(&mut source, MAGIC.len())?;
    let packed = head == MAGIC;
    let source = io::Cursor::new(head).chain(source);
    let mut rest: Box<dyn Read> = if packed { Box::new(Unpacked::new(source)) } else { Box::new(source) };
    Ok(Opened { head: beginning(&mut rest, HEAD)?, rest, packed })
}

/// All bytes of a file, or of standard input for `-`.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    open(path)?.bytes()
}

fn beginning(source: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length);
    source.by_ref().take(length as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Gzip'd data, unpacked, one member after the other; says plainly what is wrong with them.
struct Unpacked<R: Read> {
    decoder: MultiGzDecoder<Counted<BufReader<R>>>,
    given: u64,
}

impl<R: Read> Unpacked<R> {
    fn new(source: R) -> Self {
        let source = Counted { source: BufReader::with_capacity(1 << 16, source), taken: 0 };
        Self { decoder: MultiGzDecoder::new(source), given: 0 }
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.decoder.read(out).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => io::Error::new(ErrorKind::InvalidData, "the gzip'd data end in the middle"),
            ErrorKind::InvalidInput | ErrorKind::InvalidData => {
                io::Error::new(ErrorKind::InvalidData, format!("the gzip'd data are damaged ({error})"))
            }
            _ => error,
        })?;
        self.given += count as u64;
        if self.given > HARMLESS && self.given / TIMES > self.decoder.get_ref().taken {
            let said =
                format!("the gzip'd data grow to more than {TIMES} times their size; if they are no trap, unpack them first (gunzip)");
            return Err(io::Error::new(ErrorKind::InvalidData, said));
        }
        Ok(count)
    }
}

/// Counts what was taken from it.
struct Counted<R> {
    source: R,
    taken: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(out)?;
        self.taken += count as u64;
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.source.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.taken += count as u64;
        self.source.consume(count);
    }
}
