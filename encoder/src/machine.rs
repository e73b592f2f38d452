//! Which vector instructions does this machine have?
//!
//! All of them give the same bits: sums of products are of integers and exact, and steps in floating point are `+ − × ÷ √` in an order that
//! does not depend on the width of a vector.

use fearless_simd::Level;

/// A set of vector instructions that this machine has.
#[derive(Debug, Clone, Copy)]
pub struct Machine(pub(crate) Level);

impl Machine {
    /// The widest set.
    #[must_use]
    pub fn best() -> Self {
        Self(Level::new())
    }

    /// Every set that the machine has, the widest first.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let best = Level::new();
        #[cfg(target_arch = "x86_64")]
        let levels = [
            best.as_avx512().map(fearless_simd::Simd::level),
            best.as_avx2().map(fearless_simd::Simd::level),
            best.as_sse4_2().map(fearless_simd::Simd::level),
            best.as_sse2().map(fearless_simd::Simd::level),
        ];
        #[cfg(not(target_arch = "x86_64"))]
        let levels = [Some(best)];
        levels.into_iter().flatten().map(Self).collect()
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Level::Avx512(_) => "AVX-512 VNNI",
            #[cfg(target_arch = "x86_64")]
            Level::Avx2(_) => "AVX2",
            #[cfg(target_arch = "x86_64")]
            Level::Sse4_2(_) => "SSE4.2",
            #[cfg(target_arch = "x86_64")]
            Level::Sse2(_) => "SSE2",
            #[cfg(target_arch = "aarch64")]
            Level::Neon(_) => "NEON",
            _ => "no vectors",
        }
    }
}

impl Default for Machine {
    fn default() -> Self {
        Self::best()
    }
}
