//! What does a person see of a long load, and how is it stopped?

use super::report::Reporter;
use anyhow::Result;
use indicatif::ProgressBar;
use newsgraph::{Diagnostic, StoreError, Watch};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Between two looks at whether the person wants to stop.
const SLICE: Duration = Duration::from_millis(50);

pub struct Onlooker<'r> {
    reporter: &'r Reporter,
    bar: ProgressBar,
    stop: Arc<AtomicBool>,
}

impl<'r> Onlooker<'r> {
    /// From now on Ctrl-C ends the load after the request that is under way; the second one ends the program.
    pub fn new(reporter: &'r Reporter, articles: usize) -> Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let wanted = Arc::clone(&stop);
        ctrlc::set_handler(move || {
            if wanted.swap(true, Ordering::SeqCst) {
                std::process::exit(130);
            }
        })?;
        Ok(Self { reporter, bar: reporter.bar(articles), stop })
    }

    pub fn done(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Onlooker<'_> {
    fn wait(&mut self, how_long: Duration, why: &StoreError) {
        let seconds = how_long.as_secs_f32();
        self.say(&Diagnostic::note(format!("{}; trying again in {seconds:.1} s", why.said.message)));
        let mut left = how_long;
        while !left.is_zero() && !self.stopped() {
            let slice = left.min(SLICE);
            std::thread::sleep(slice);
            left -= slice;
        }
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    fn say(&mut self, said: &Diagnostic) {
        self.bar.suspend(|| self.reporter.say(said));
    }

    fn arrived(&mut self, done: usize, all: usize) {
        self.bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        self.bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    }
}
