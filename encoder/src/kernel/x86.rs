//! Which instructions of x86 add products of small numbers?

use core::arch::x86_64::{
    __m128i, __m256i, __m512i, _mm_add_epi32, _mm_madd_epi16, _mm_maddubs_epi16, _mm_set1_epi16, _mm_set1_epi32, _mm256_add_epi32,
    _mm256_madd_epi16, _mm256_maddubs_epi16, _mm256_set1_epi16, _mm256_set1_epi32, _mm512_dpbusd_epi32, _mm512_dpwssd_epi32,
    _mm512_set1_epi32,
};
use fearless_simd::kernel;

kernel!(
    #[inline(always)]
    pub fn fours_512(_simd: Avx512, sums: __m512i, inputs: i32, weights: __m512i) -> __m512i {
        _mm512_dpbusd_epi32(sums, _mm512_set1_epi32(inputs), weights)
    }
);
kernel!(
    #[inline(always)]
    pub fn pairs_512(_simd: Avx512, sums: __m512i, inputs: i32, weights: __m512i) -> __m512i {
        _mm512_dpwssd_epi32(sums, _mm512_set1_epi32(inputs), weights)
    }
);
kernel!(
    #[inline(always)]
    pub fn fours_256(_simd: Avx2, sums: __m256i, inputs: i32, weights: __m256i) -> __m256i {
        let pairs = _mm256_maddubs_epi16(_mm256_set1_epi32(inputs), weights);
        _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)))
    }
);
kernel!(
    #[inline(always)]
    pub fn fours_128(_simd: Sse4_2, sums: __m128i, inputs: i32, weights: __m128i) -> __m128i {
        let pairs = _mm_maddubs_epi16(_mm_set1_epi32(inputs), weights);
        _mm_add_epi32(sums, _mm_madd_epi16(pairs, _mm_set1_epi16(1)))
    }
);
