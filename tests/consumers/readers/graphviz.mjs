// How does Graphviz as WebAssembly, which draws in the reader's browser, draw a file?
//
// Standard input has lines `in TAB out`; `out` becomes SVG. Standard output: `in TAB message` for a file that it does not draw.

import fs from 'node:fs';
import { Graphviz } from '@hpcc-js/wasm-graphviz';

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [from, to] = line.split('\t');
  try {
    // A fresh instance for each: one that has drawn before fails on some files ("table index is out of bounds") that it draws as its first.
    Graphviz.unload();
    const graphviz = await Graphviz.load();
    fs.writeFileSync(to, graphviz.layout(fs.readFileSync(from, 'utf8'), 'svg', 'dot'));
  } catch (error) {
    console.log(`${from}\tfailed: ${String(error.message ?? error).replace(/\s+/g, ' ').slice(0, 500)}`);
  }
}
