import { byItself, Graph, isBlank, type Literal, type Resource, type Term } from './graph.ts';
import { expand, shorten } from './namespaces.ts';
import { TextBlocks } from './text-blocks.ts';

type PackedTerm = Resource | [text: string, language: string, datatype: string];
type Node = [name: Resource, properties: [property: Resource, values: PackedTerm[]][]];

/**
 * A graph that keeps what was said of one thing after another as bytes, where a graph of a whole file would not fit: a tenth of the
 * memory, and nothing to be found in it without unpacking. What has no name belongs to the thing beside it that leads to it.
 */
export class PackedGraph extends Graph {
  readonly #texts = new TextBlocks();
  /** The numbers of the texts that tell of a thing: most are spoken of once, or once more for their relations. */
  readonly #packed = new Map<Resource, number[]>();
  #current: Resource | null = null;

  override add(subject: Resource, property: Resource, value: Term, line: number | null): void {
    if (subject !== this.#current && !isBlank(subject)) {
      this.pack();
      this.#current = subject;
    }
    super.add(subject, property, value, line);
  }

  override clear(): void {
    super.clear();
    this.#packed.clear();
    this.#texts.clear();
    this.#current = null;
  }

  /** Puts away what was said last. */
  pack(): void {
    if (this.#current === null) return;
    const own = this.#reachedFrom(this.#current);
    // Some readers speak of what has no name before they speak of what it belongs to: that is of what comes next.
    const early = [...this.nodes].filter(([name]) => !own.has(name));
    const nodes: Node[] = [...own].map((name) => [name, shortened(this.nodes.get(name) ?? [])]);
    const number = this.#texts.add(JSON.stringify(nodes));
    const known = this.#packed.get(this.#current);
    if (known) known.push(number);
    else this.#packed.set(byItself(this.#current), [number]);
    super.clear();
    this.#current = null;
    for (const [name, properties] of early) {
      for (const [property, values] of properties) for (const value of values) super.add(name, property, value, null);
    }
  }

  #reachedFrom(subject: Resource): Set<Resource> {
    const reached = new Set([subject]);
    for (const name of reached) {
      for (const values of this.nodes.get(name)?.values() ?? []) {
        for (const value of values) if (typeof value === 'string' && isBlank(value)) reached.add(value);
      }
    }
    return reached;
  }

  /** What was spoken of by name, in the order of the file. */
  subjects(): IterableIterator<Resource> {
    return this.#packed.keys();
  }

  /** Says again what was said of a thing. */
  unpack(subject: Resource, into: Graph): void {
    for (const number of this.#packed.get(subject) ?? []) {
      for (const [name, properties] of JSON.parse(this.#texts.at(number)) as Node[]) {
        for (const [property, values] of properties) {
          const full = expand(property) ?? property;
          for (const value of values) into.add(name, full, unpackedTerm(value), null);
        }
      }
    }
  }
}

/** The names of properties are long, and the same again and again; so are those of the parts of a literal. */
function shortened(properties: Iterable<[Resource, Term[]]>): Node[1] {
  return [...properties].map(([property, values]) => [shorten(property), values.map(packedTerm)]);
}

function packedTerm(term: Term): PackedTerm {
  return typeof term === 'string' ? term : [term.text, term.language, term.datatype];
}

function unpackedTerm(term: PackedTerm): Term {
  if (typeof term === 'string') return term;
  const [text, language, datatype] = term;
  return { text, language, datatype } satisfies Literal;
}
