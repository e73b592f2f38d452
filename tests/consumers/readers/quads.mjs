// How is a quad of RDF/JS written as a line of canonical N-Quads, triple terms included?

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

export const quadLine = q =>
  `${term(q.subject)} ${term(q.predicate)} ${term(q.object)}${q.graph.termType === 'DefaultGraph' ? '' : ' ' + term(q.graph)} .\n`;
