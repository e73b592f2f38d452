#!/usr/bin/env bash
# Which letters do pictures have? Cuts the two faces of DejaVu Sans Condensed (Debian's fonts-dejavu-core) down to the scripts and signs
# below, without kerning or ligatures, so that the width of a text is the sum of the widths of its letters. Needs fonttools (PyPI).
set -euo pipefail
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=0
source=${1:-/usr/share/fonts/truetype/dejavu}
# Latin with its European letters, Greek, Cyrillic, accents, general punctuation, currency, letterlike signs, arrows, shapes; none of the
# glyphs that DejaVu has from the Arev fonts.
letters='U+0020-007E,U+00A0-017F,U+0218-021B,U+02BC,U+02C6-02C7,U+02D8-02DD,U+0300-0304,U+0306-030C,U+0386-03CE,U+0400-045F,U+0490-0493,U+04D8-04D9,U+1E9E,U+2010-2027,U+202F-203A,U+2044,U+20AC,U+20B4,U+2116,U+2122,U+2190-2195,U+21D2,U+2212,U+2248,U+2260,U+2264-2265,U+25A0-25A1,U+25B2-25C6,U+25CB-25CF,U+FFFD'
for face in '' -Bold; do
  pyftsubset "$source/DejaVuSansCondensed$face.ttf" --unicodes="$letters" --output-file="newsgraph-sans$face.ttf" \
    --layout-features='' --no-hinting --desubroutinize --drop-tables+=GPOS,GSUB,GDEF,kern,FFTM --name-IDs='0,1,2,3,4,5,6,13,14' --recalc-timestamp --notdef-outline
done
ls -l ./*.ttf
