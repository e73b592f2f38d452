// How does N3.js read Turtle, TriG, N-Triples and N-Quads, those of RDF 1.2 too?
//
// Standard input has lines `format TAB in TAB out`; `out` becomes N-Quads, triple terms as `<<( s p o )>>`.
// Standard output: `in TAB message` for a file that it does not read.

import fs from 'node:fs';
import { Parser } from 'n3';
import { quadLine } from './quads.mjs';

const TYPES = { ttl: 'text/turtle', trig: 'application/trig', nt: 'application/n-triples', nq: 'application/n-quads' };

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [format, from, to] = line.split('\t');
  try {
    const lines = new Parser({ format: TYPES[format] }).parse(fs.readFileSync(from, 'utf8')).map(quadLine);
    fs.writeFileSync(to, lines.join(''));
  } catch (error) {
    console.log(`${from}\tfailed: ${String(error.message).replace(/\s+/g, ' ').slice(0, 500)}`);
  }
}
