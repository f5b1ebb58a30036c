import type { Subject } from './concept-properties.ts';
import { expand, NAMESPACES, shorten, splitIri } from './namespaces.ts';
import type { Tree, Value } from './value.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Subjects as RDF/XML: typed elements, what a blank node says inside of the property it is the value of. */
export async function* rdfXmlText(subjects: AsyncIterable<Subject>): AsyncGenerator<string> {
  const namespaces = Object.entries(NAMESPACES).map(([prefix, namespace]) => `\n  xmlns:${prefix}="${namespace}"`);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces.join('')}>\n`;
  for await (const subject of subjects) yield node(subject, ` rdf:about="${escaped(subject.iri)}"`, '  ');
  yield '</rdf:RDF>\n';
}

/** An element for a thing, called after the first kind of it that has a short name. */
function node({ properties }: Tree, attributes: string, indent: string): string {
  const types = properties.flatMap(([name, values]) => (name === 'rdf:type' ? values : []));
  const type = types.find((value): value is { iri: string } => 'iri' in value && shorten(value.iri) !== value.iri);
  const element = type ? shorten(type.iri) : 'rdf:Description';
  const lines = properties.flatMap(([name, values]) =>
    values.filter((value) => value !== type).map((value) => property(name, value, `${indent}  `)),
  );
  if (lines.length === 0) return `${indent}<${element}${attributes}/>\n`;
  return `${indent}<${element}${attributes}>\n${lines.join('')}${indent}</${element}>\n`;
}

function property(name: string, value: Value, indent: string): string {
  const [element, declaration] = elementOf(name);
  const open = `${indent}<${element}${declaration}`;
  if ('iri' in value) return `${open} rdf:resource="${escaped(value.iri)}"/>\n`;
  if ('properties' in value) return `${open}>\n${node(value, '', `${indent}  `)}${indent}</${element}>\n`;
  const { text, language, datatype } = value;
  const kind =
    language !== '' ? ` xml:lang="${language}"` : datatype !== '' ? ` rdf:datatype="${escaped(datatype)}"` : '';
  return `${open}${kind}>${escaped(text)}</${element}>\n`;
}

/** The name of an element, and the declaration it needs when its vocabulary is none of those declared at the root. */
function elementOf(name: string): [element: string, declaration: string] {
  const iri = expand(name) as string;
  if (shorten(iri) !== iri) return [shorten(iri), ''];
  const { namespace, local } = splitIri(iri) as { namespace: string; local: string };
  return [`ns:${local}`, ` xmlns:ns="${escaped(namespace)}"`];
}

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => SIGNS[sign] as string);
}
