// How does N3.js read Turtle, TriG, N-Triples and N-Quads, those of RDF 1.2 too?
//
// Standard input has lines `format TAB in TAB out`; `out` becomes N-Quads, triple terms as `<<( s p o )>>`.
// Standard output: `in TAB message` for a file that it does not read.

import fs from 'node:fs';
import { Parser } from 'n3';

const TYPES = { ttl: 'text/turtle', trig: 'application/trig', nt: 'application/n-triples', nq: 'application/n-quads' };
const STRING = 'http://www.w3.org/2001/XMLSchema#string';
const SHORT = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '"': '\\"', '\\': '\\\\' };
const HEX = c => '\\u' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');

// The escapes of canonical N-Quads, from the text of RDFC-1.0.
const escape = text => text.replace(/[\x00-\x1f"\\\x7f]/g, c => SHORT[c] ?? HEX(c));

function term(t) {
  switch (t.termType) {
    case 'NamedNode': return `<${t.value}>`;
    case 'BlankNode': return `_:${t.value}`;
    case 'Literal': return `"${escape(t.value)}"` + (t.language ? '@' + t.language : t.datatype.value === STRING ? '' : `^^<${t.datatype.value}>`);
    case 'Quad': return `<<( ${term(t.subject)} ${term(t.predicate)} ${term(t.object)} )>>`;
    default: throw new Error(`a ${t.termType} stands as a term`);
  }
}

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [format, from, to] = line.split('\t');
  try {
    const lines = new Parser({ format: TYPES[format] }).parse(fs.readFileSync(from, 'utf8')).map(q =>
      `${term(q.subject)} ${term(q.predicate)} ${term(q.object)}${q.graph.termType === 'DefaultGraph' ? '' : ' ' + term(q.graph)} .\n`);
    fs.writeFileSync(to, lines.join(''));
  } catch (error) {
    console.log(`${from}\tfailed: ${String(error.message).replace(/\s+/g, ' ').slice(0, 500)}`);
  }
}
