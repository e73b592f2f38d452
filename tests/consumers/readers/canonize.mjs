// What is the RDFC-1.0 canonical form of N-Quads, by rdf-canonize?
//
// Standard input has lines `in TAB out`; `out` becomes the canonical N-Quads. Files with triple terms, which RDFC-1.0 does not know,
// get their lines sorted and each once: without blank nodes the canonical form is no more than that.
// Standard output: `in TAB message` for a file that it does not read.

import fs from 'node:fs';
import { canonize } from 'rdf-canonize';

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [from, to] = line.split('\t');
  try {
    const quads = fs.readFileSync(from, 'utf8');
    if (quads.includes(' <<( ')) {
      const lines = [...new Set(quads.split('\n').filter(Boolean))].map(l => Buffer.from(l + '\n')).sort(Buffer.compare);
      fs.writeFileSync(to, Buffer.concat(lines));
    } else {
      fs.writeFileSync(to, await canonize(quads, { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads' }));
    }
  } catch (error) {
    console.log(`${from}\tnot canonized: ${String(error.message).replace(/\s+/g, ' ').slice(0, 500)}`);
  }
}
