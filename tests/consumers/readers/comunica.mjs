// What does Comunica answer to many queries over files?
//
// comunica.mjs FILE...: N-Quads or N-Triples. Standard input has lines `query TAB out`; `out` becomes the answer as SPARQL's JSON.
// Standard output: `query TAB message` for what it cannot answer.

import fs from 'node:fs';
import { Parser, Store } from 'n3';
import { QueryEngine } from '@comunica/query-sparql-rdfjs-lite';

// Comunica compares texts by localeCompare, in ORDER BY and in MIN. SPARQL compares by code point, so here it does, too.
const points = text => Array.from(text, c => c.codePointAt(0));
String.prototype.localeCompare = function (other) {
  const [a, b] = [points(this), points(other)];
  const at = a.findIndex((point, i) => point !== b[i]);
  return at < 0 ? Math.sign(a.length - b.length) : a[at] < b[at] ? -1 : 1;
};

const store = new Store();
for (const file of process.argv.slice(2)) store.addQuads(new Parser({ format: 'application/n-quads' }).parse(fs.readFileSync(file, 'utf8')));
const engine = new QueryEngine();

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [asked, to] = line.split('\t');
  try {
    const result = await engine.query(fs.readFileSync(asked, 'utf8'), { sources: [store], unionDefaultGraph: true });
    const rows = await (await result.execute()).toArray();
    const vars = (await result.metadata()).variables.map(v => (v.variable ?? v).value);
    const bindings = rows.map(row => Object.fromEntries(vars.filter(v => row.has(v)).map(v => [v, { value: row.get(v).value }])));
    fs.writeFileSync(to, JSON.stringify({ head: { vars }, results: { bindings } }));
  } catch (error) {
    console.log(`${asked}\tfailed: ${String(error.stack).replace(/\s+/g, ' ').slice(0, 1000)}`);
  }
}
