// How does jsonld.js read JSON-LD, and does it write the same document when it compacts what it expanded?
//
// Standard input has lines `jsonld TAB in TAB out`; `out` becomes N-Quads, and `out.compact` the document compacted again.
// Standard output: `in TAB message` for a file that it does not read, or that would load something from elsewhere.

import fs from 'node:fs';
import jsonld from 'jsonld';

const documentLoader = url => { throw new Error(`it would load ${url}`); };

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [, from, to] = line.split('\t');
  try {
    const document = JSON.parse(fs.readFileSync(from, 'utf8'));
    // `safe` makes an error of whatever would be dropped silently.
    const options = { documentLoader, safe: true };
    fs.writeFileSync(to, await jsonld.toRDF(document, { ...options, format: 'application/n-quads' }));
    const expanded = await jsonld.expand(document, options);
    fs.writeFileSync(to + '.compact', JSON.stringify(await jsonld.compact(expanded, document['@context'], options)));
  } catch (error) {
    console.log(`${from}\tfailed: ${`${error.message} ${JSON.stringify(error.details ?? '')}`.replace(/\s+/g, ' ').slice(0, 500)}`);
  }
}
