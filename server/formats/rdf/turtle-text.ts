import type { Subject } from './concept-properties.ts';
import { expand, NAMESPACES, shorten } from './namespaces.ts';
import type { Tree, Value } from './value.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Subjects as Turtle. */
export async function* turtleText(subjects: AsyncIterable<Subject>): AsyncGenerator<string> {
  for (const [prefix, namespace] of Object.entries(NAMESPACES)) yield `@prefix ${prefix}: <${namespace}> .\n`;
  for await (const subject of subjects) {
    yield `\n${nameOf(subject.iri)} ${statements(subject, '  ')} .\n`;
  }
}

function statements({ properties }: Tree, indent: string): string {
  return properties
    .map(([name, values]) => {
      const property = name === 'rdf:type' ? 'a' : propertyOf(name);
      return `${property} ${values.map((value) => textOf(value, indent)).join(', ')}`;
    })
    .join(` ;\n${indent}`);
}

function textOf(value: Value, indent: string): string {
  if ('iri' in value) return nameOf(value.iri);
  if ('properties' in value) return `[ ${statements(value, `${indent}  `)} ]`;
  const text = `"${value.text.replace(/["\\\n\r\t]/g, (sign) => ESCAPES[sign] as string)}"`;
  if (value.language !== '') return `${text}@${value.language}`;
  return value.datatype === '' ? text : `${text}^^${nameOf(value.datatype)}`;
}

/** Properties are shortened already, where that is possible. */
function propertyOf(name: string): string {
  return expand(name) === name ? `<${name}>` : name;
}

function nameOf(iri: string): string {
  const short = shorten(iri);
  return short === iri ? `<${iri}>` : short;
}
