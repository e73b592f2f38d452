//! How long may an answer take? A clock that stops it; the time in which the reader of our output lets us wait does not count.

use super::report::Reporter;
use newsgraph::Diagnostic;
use oxigraph::sparql::CancellationToken;
use std::io::{self, Write};
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How often the clock ticks.
const TICK: Duration = Duration::from_millis(50);

/// So long the engine has to stop by itself. In the middle of a join or a sort it does not look whether it should.
const GRACE: Duration = Duration::from_secs(1);

/// A clock that runs until it is dropped.
pub struct Stop {
    /// What tells the engine to stop.
    pub token: CancellationToken,
    writing: Arc<AtomicBool>,
    _running: Sender<()>,
}

/// What is said of an answer that was stopped.
pub fn stopped(seconds: u64) -> Diagnostic {
    let s = if seconds == 1 { "" } else { "s" };
    Diagnostic::error(format!("stopped after {seconds} second{s}: the answer is not whole")).help("--timeout sets how long it may take")
}

impl Stop {
    /// Tells the engine to stop after so many seconds, and ends the process where it does not.
    pub fn after(seconds: u64, reporter: &Reporter) -> Self {
        let (sender, receiver) = channel::<()>();
        let (token, writing) = (CancellationToken::new(), Arc::new(AtomicBool::new(false)));
        let (told, busy, reporter) = (token.clone(), Arc::clone(&writing), reporter.clone());
        thread::spawn(move || {
            let limit = Duration::from_secs(seconds);
            let mut passed = Duration::ZERO;
            while passed < limit.saturating_add(GRACE) {
                if receiver.recv_timeout(TICK) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
                if !busy.load(Ordering::Relaxed) {
                    passed += TICK;
                }
                if passed >= limit {
                    told.cancel();
                }
            }
            reporter.say(&stopped(seconds));
            process::exit(1);
        });
        Self { token, writing, _running: sender }
    }

    /// A writer whose time does not count.
    pub fn uncounted<W: Write>(&self, out: W) -> impl Write {
        Uncounted { out, writing: Arc::clone(&self.writing) }
    }
}

struct Uncounted<W> {
    out: W,
    writing: Arc<AtomicBool>,
}

impl<W: Write> Uncounted<W> {
    fn meanwhile<T>(&mut self, work: impl FnOnce(&mut W) -> T) -> T {
        self.writing.store(true, Ordering::Relaxed);
        let done = work(&mut self.out);
        self.writing.store(false, Ordering::Relaxed);
        done
    }
}

impl<W: Write> Write for Uncounted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.meanwhile(|out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.meanwhile(W::flush)
    }
}
