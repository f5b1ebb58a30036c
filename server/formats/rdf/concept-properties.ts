import { writableText } from './exact.ts';
import { literal, type Tree, type Value } from './value.ts';

/** A thing that a file says something of. */
export type Subject = Tree & { iri: string };

/** The properties of a subject while it is put together, in the order they came in. */
export class Properties {
  readonly #values = new Map<string, Value[]>();

  add(name: string, values: readonly Value[]): void {
    if (values.length === 0) return;
    const known = this.#values.get(name);
    if (known) known.push(...values.map(writable));
    else this.#values.set(name, values.map(writable));
  }

  texts(name: string, texts: readonly (string | null)[], language = ''): void {
    this.add(
      name,
      texts.flatMap((text) => (text === null ? [] : [literal(text, language)])),
    );
  }

  subject(iri: string): Subject {
    return { iri, properties: [...this.#values] };
  }

  tree(): Tree {
    return { properties: [...this.#values] };
  }
}

export function typed(type: string): Properties {
  const properties = new Properties();
  properties.add('rdf:type', [{ iri: type }]);
  return properties;
}

/** What a file says of itself comes from people too. */
function writable(value: Value): Value {
  return 'text' in value ? { ...value, text: writableText(value.text) } : value;
}
