import type { Subject } from './concept-properties.ts';
import { NAMESPACES, shorten } from './namespaces.ts';
import type { Tree, Value } from './value.ts';

/** Subjects as JSON-LD, each on a line of its own; the context is in the file. */
export async function* jsonLdText(subjects: AsyncIterable<Subject>): AsyncGenerator<string> {
  yield `{"@context": ${JSON.stringify(NAMESPACES, null, 2)},\n"@graph": [`;
  let separator = '\n';
  for await (const subject of subjects) {
    yield separator + JSON.stringify({ '@id': subject.iri, ...objectOf(subject) });
    separator = ',\n';
  }
  yield '\n]}\n';
}

function objectOf({ properties }: Tree): Record<string, unknown> {
  const entries = properties.map(([name, values]): [string, unknown] => {
    const all = name === 'rdf:type' ? values.map(typeOf) : values.map(jsonOf);
    return [name === 'rdf:type' ? '@type' : name, all.length === 1 ? all[0] : all];
  });
  return Object.fromEntries(entries);
}

function jsonOf(value: Value): unknown {
  if ('iri' in value) return { '@id': value.iri };
  if ('properties' in value) return objectOf(value);
  const { text, language, datatype } = value;
  if (language !== '') return { '@value': text, '@language': language };
  return datatype === '' ? text : { '@value': text, '@type': shorten(datatype) };
}

function typeOf(value: Value): string {
  return 'iri' in value ? shorten(value.iri) : '';
}
