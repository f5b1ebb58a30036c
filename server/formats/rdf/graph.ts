/** An IRI, or a blank node as `_:name`. */
export type Resource = string;
/** `language` and `datatype` are empty when it has none; a text with a language has no datatype. */
export type Literal = { text: string; language: string; datatype: string };
export type Term = Resource | Literal;

/** A graph would not fit: what one file says is held in memory as a whole, because any part may refer to any other. */
export class TooManyStatements extends Error {}

/** Few enough for some hundred megabytes; real files have a tenth of it. */
export const MAX_STATEMENTS = 1_000_000;
/** Shorter parts of a text are copies of it anyway. */
const MAY_BE_A_PART = 13;
/** Values of one property are compared one by one up to here. */
const FEW = 16;

const NONE: readonly Term[] = [];

/** What a file says, by subject and property, in the order it says it. Named graphs are one with the rest. */
export class Graph {
  readonly nodes = new Map<Resource, Map<Resource, Term[]>>();
  /** The line a resource is first spoken of, where the reader knows. */
  readonly lines = new Map<Resource, number>();
  size = 0;
  /** One copy of each name, and none that holds on to the text of the file. */
  readonly #names = new Map<string, string>();
  readonly #keys = new Map<Term[], Set<string>>();

  /** @throws TooManyStatements */
  add(subject: Resource, property: Resource, value: Term, line: number | null): void {
    const name = this.#name(subject);
    let properties = this.nodes.get(name);
    if (!properties) {
      properties = new Map();
      this.nodes.set(name, properties);
      if (line !== null) this.lines.set(name, line);
    }
    const values = properties.get(property);
    const term = typeof value === 'string' ? this.#name(value) : literalByItself(value);
    if (!values) properties.set(this.#name(property), [term]);
    else if (!this.#has(values, term)) values.push(term);
    this.size += 1;
    if (this.size > MAX_STATEMENTS) throw new TooManyStatements();
  }

  /** As if nothing had been said. */
  clear(): void {
    this.nodes.clear();
    this.lines.clear();
    this.size = 0;
    this.#names.clear();
    this.#keys.clear();
  }

  values(subject: Resource, property: Resource): readonly Term[] {
    return this.nodes.get(subject)?.get(property) ?? NONE;
  }

  /** Those values of a property that are no texts. */
  resources(subject: Resource, property: Resource): Resource[] {
    return this.values(subject, property).filter((value) => typeof value === 'string');
  }

  literals(subject: Resource, property: Resource): Literal[] {
    return this.values(subject, property).filter((value) => typeof value !== 'string');
  }

  #name(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const own = byItself(name);
    this.#names.set(own, own);
    return own;
  }

  /** A graph is a set: what is said twice is said once. */
  #has(values: Term[], value: Term): boolean {
    if (values.length < FEW) return values.some((other) => isSame(other, value));
    let keys = this.#keys.get(values);
    if (!keys) {
      keys = new Set(values.map(keyOf));
      this.#keys.set(values, keys);
    }
    const known = keys.size;
    return keys.add(keyOf(value)).size === known;
  }
}

/** A copy: as a reader finds it a text is a part of a piece of its file, all of which it would keep in memory. */
export function byItself(text: string): string {
  return text.length < MAY_BE_A_PART || !text.isWellFormed() ? text : Buffer.from(text).toString();
}

function literalByItself({ text, language, datatype }: Literal): Literal {
  return { text: byItself(text), language, datatype };
}

export function isBlank(resource: Resource): boolean {
  return resource.startsWith('_:');
}

function isSame(a: Term, b: Term): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.text === b.text && a.language === b.language && a.datatype === b.datatype;
}

function keyOf(term: Term): string {
  return typeof term === 'string' ? term : JSON.stringify([term.text, term.language, term.datatype]);
}
