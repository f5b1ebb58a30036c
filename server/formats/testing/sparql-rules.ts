import type { Quad, Store, Term } from 'n3';

/** What a pattern asks of one statement: a way to go, forward or back, from one thing to another. */
type Pattern = { subject: string; ways: { property: string; isBack: boolean }[]; object: string };
type Group = { patterns: Pattern[]; absent: Group[]; different: [string, string][] };
type Bindings = ReadonlyMap<string, Term>;

const TOKEN = /[{}().;|^]|!=|[?$]\w+|[\w-]*:[\w-]+|\w+/g;
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/**
 * Whether a rule of a shape holds for a thing, for as much of SPARQL as the NL-SBB profile uses: patterns with alternatives and
 * the way back, `FILTER NOT EXISTS` and `!=`. The SHACL library of the tests leaves such rules out.
 *
 * @throws on anything it does not know
 */
export function findsIt(
  select: string,
  prefixes: Readonly<Record<string, string>>,
  store: Store,
  focus: Term,
): boolean {
  const tokens = select.slice(select.indexOf('{')).match(TOKEN) ?? [];
  const reader = new Reader(tokens, prefixes);
  const group = reader.group();
  return [...solve(group, store, new Map([['this', focus]]))].length > 0;
}

class Reader {
  #at = 0;
  readonly #tokens: readonly string[];
  readonly #prefixes: Readonly<Record<string, string>>;

  constructor(tokens: readonly string[], prefixes: Readonly<Record<string, string>>) {
    this.#tokens = tokens;
    this.#prefixes = prefixes;
  }

  group(): Group {
    const group: Group = { patterns: [], absent: [], different: [] };
    this.#take('{');
    while (this.#peek() !== '}') {
      if (this.#peek() === 'FILTER') this.#filter(group);
      else this.#statements(group);
    }
    this.#take('}');
    return group;
  }

  #filter(group: Group): void {
    this.#take('FILTER');
    if (this.#peek() === 'NOT') {
      this.#take('NOT', 'EXISTS');
      group.absent.push(this.group());
      return;
    }
    this.#take('(');
    const one = this.#next();
    this.#take('!=');
    group.different.push([one.slice(1), this.#next().slice(1)]);
    this.#take(')');
  }

  #statements(group: Group): void {
    const subject = this.#next();
    do {
      if (this.#peek() === ';') this.#take(';');
      const ways = [this.#way()];
      while (this.#peek() === '|') {
        this.#take('|');
        ways.push(this.#way());
      }
      group.patterns.push({ subject, ways, object: this.#node() });
    } while (this.#peek() === ';');
    if (this.#peek() === '.') this.#take('.');
  }

  #way(): Pattern['ways'][number] {
    const isBack = this.#peek() === '^';
    if (isBack) this.#take('^');
    const name = this.#next();
    return { property: name === 'a' ? TYPE : this.#expand(name), isBack };
  }

  #node(): string {
    const token = this.#next();
    return /^[?$]/.test(token) ? token : this.#expand(token);
  }

  #expand(name: string): string {
    const [prefix = '', local = ''] = name.split(':');
    const namespace = this.#prefixes[prefix];
    if (!namespace) throw new Error(`A rule has a prefix nobody knows: ${name}`);
    return namespace + local;
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #next(): string {
    this.#at += 1;
    return this.#tokens[this.#at - 1] ?? '';
  }

  #take(...expected: string[]): void {
    for (const one of expected) {
      const token = this.#next();
      if (token !== one) throw new Error(`A rule says ${token} where ${one} was expected`);
    }
  }
}

function* solve(group: Group, store: Store, given: Bindings): Generator<Bindings> {
  let all = [given];
  for (const pattern of group.patterns) all = all.flatMap((bindings) => [...extend(pattern, store, bindings)]);
  for (const bindings of all) {
    const isSame = group.different.some(([one, other]) => bindings.get(one)?.equals(bindings.get(other) as Term));
    const isThere = group.absent.some((absent) => !solve(absent, store, bindings).next().done);
    if (!isSame && !isThere) yield bindings;
  }
}

function* extend({ subject, ways, object }: Pattern, store: Store, bindings: Bindings): Generator<Bindings> {
  for (const { property, isBack } of ways) {
    const [from, to] = isBack ? [object, subject] : [subject, object];
    const known = (node: string) => (/^[?$]/.test(node) ? (bindings.get(node.slice(1)) ?? null) : node);
    const quads: Quad[] = store.getQuads(known(from) as Term, property, known(to) as Term, null);
    for (const quad of quads) {
      const extended = new Map(bindings);
      if (known(from) === null) extended.set(from.slice(1), quad.subject);
      if (known(to) === null) extended.set(to.slice(1), quad.object);
      yield extended;
    }
  }
}
