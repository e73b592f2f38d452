// What is the RDFC-1.0 canonical form of N-Quads, by rdf-canonize?
//
// Standard input has lines `how TAB in TAB out`; `out` becomes the canonical N-Quads. With `lines` for `rdfc` the lines are only sorted,
// each once: triple terms RDFC-1.0 does not know, and without blank nodes the canonical form is no more than that.
// Standard output: `in TAB message` for a file that it does not read.

import fs from 'node:fs';
import { Parser } from 'n3';
import { canonize, NQuads } from 'rdf-canonize';
import { quadLine } from './quads.mjs';

// rdf-canonize looks for doubles in time that grows with the square of the lines (20,000 lines: 5 s, 200,000: minutes), so it gets the
// different lines a thousand at a time.
function parse(text) {
  const lines = [...new Set(text.split('\n'))];
  const dataset = [];
  for (let at = 0; at < lines.length; at += 1000) {
    for (const quad of NQuads.parse(lines.slice(at, at + 1000).join('\n'))) dataset.push(quad);
  }
  return dataset;
}

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [how, from, to] = line.split('\t');
  try {
    const quads = fs.readFileSync(from, 'utf8');
    if (how === 'lines') {
      const lines = new Parser({ format: 'application/n-quads' }).parse(quads).map(quadLine);
      fs.writeFileSync(to, Buffer.concat([...new Set(lines)].map(l => Buffer.from(l)).sort(Buffer.compare)));
    } else {
      fs.writeFileSync(to, await canonize(parse(quads), { algorithm: 'RDFC-1.0', format: 'application/n-quads' }));
    }
  } catch (error) {
    console.log(`${from}\tnot canonized: ${String(error.message).replace(/\s+/g, ' ').slice(0, 500)}`);
  }
}
