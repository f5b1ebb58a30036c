import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { detectFormat } from './formats.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { checkAll, readAll } from './read-for-test.ts';
import { toYaml } from './to-yaml.ts';
import { yaml } from './yaml.ts';

const terms = async (text: string) => (await checkAll(yaml, text)).map(({ content, term }) => (content ? term : null));
const codes = async (text: string) =>
  (await readAll(yaml, text)).map(({ findings, location }) => [findings[0]?.code ?? null, location.line]);

const ONE = 'term: beslag\ndefinition: vastlegging van een voorwerp\ncategory: proces\n';

describe('YAML', () => {
  it('is one definition, several documents, or a list, with or without a name', async () => {
    expect(await terms(ONE)).toEqual(['beslag']);
    expect(await terms(`%YAML 1.2\n---\n${ONE}...\n---\n${ONE}---\n# niets meer\n`)).toEqual(['beslag', 'beslag']);
    expect(await terms('- term: a\n  definition: x\n\n# en\n- {term: b, definition: y}\n')).toEqual(['a', 'b']);
    expect(
      await terms('titel: kader\ndefinitions:\n- term: a\n  definition: x\n- term: b\n  definition: y\nslot: 1\n'),
    ).toEqual(['a', 'b']);
    expect(await terms('begrippen:\n  - begrip: a\n    definitie: x\n  - begrip: b\n    definitie: y\n')).toEqual([
      'a',
      'b',
    ]);
    expect(await terms('[{term: a, definition: x}, {term: b, definition: y}]')).toEqual(['a', 'b']);
  });

  it('says where each definition stands', async () => {
    const raws = await readAll(yaml, 'definitions:\n  - term: a\n    definition: x\n  - term: b\n', 'set.yaml');
    expect(raws.map(({ location }) => location)).toEqual([
      { file: 'set.yaml', line: 2, pointer: '/definitions/0' },
      { file: 'set.yaml', line: 4, pointer: '/definitions/1' },
    ]);
  });

  it('takes every value for text, except in what we do not know', async () => {
    const [raw] = await readAll(
      yaml,
      'term: 1.10\ndefinition: 007\nsynonyms: [1.0, true, ~]\nextras: {n: 1.10}\nversion: 3\n',
    );
    expect(raw?.fields).toMatchObject({
      term: '1.10',
      definition: '007',
      synonyms: ['1.0', 'true', null],
      extras: { n: 1.1 },
    });
    expect(raw?.version).toBe(3);
  });

  it.each([
    ['a colon too many', `${ONE}synonyms: a: b\n`, 'yaml_broken', 4],
    ['a quotation mark not closed', `${ONE}---\nterm: "x\n`, 'yaml_broken', 5],
    ['a name twice', `${ONE}term: x\n`, 'yaml_broken', 4],
    ['an alias', `${ONE}synonyms: &x [a]\nantonyms: *x\n`, 'yaml_alias', 5],
    ['a merge', `${ONE}basis: &b {a: b}\nextras:\n  <<: *b\n`, 'yaml_alias', 6],
    ['a tag of its own', `${ONE}extras: !!js/function "x"\n`, 'yaml_tag', 4],
    ['too many lists in one another', `${ONE}extras: ${'['.repeat(60)}${']'.repeat(60)}\n`, 'yaml_too_deep', 4],
    ['a hundred thousand brackets', `${ONE}extras: ${'['.repeat(100_000)}\n`, 'yaml_broken', 4],
    ['a definition without end', `${ONE}extras: [${'x, '.repeat(200_000)}]\n`, 'yaml_too_long', 1],
    ['nothing but a text', 'zomaar wat', 'not_an_object', 1],
  ])('refuses %s, at its line', async (_what, text, code, line) => {
    expect((await codes(text)).at(-1)).toEqual([code, line]);
  });

  it('refuses a bomb of aliases at once', async () => {
    const letters = [...'abcdefghij'];
    const bomb = letters.map(
      (own, at) => `${own}: &${own} [${at === 0 ? 'x' : `*${letters[at - 1]}`.concat(`, *${letters[at - 1]}`)}]`,
    );
    expect(await codes(bomb.join('\n'))).toEqual([['yaml_alias', 2]]);
  });

  it('is quick with a great many names', async () => {
    const names = Array.from({ length: 15_000 }, (_, index) => `  k${index}: !x`).join('\n');
    const started = process.cpuUsage();
    expect((await codes(`${ONE}extras:\n${names}\n`))[0]?.[0]).toBe('yaml_tag');
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });

  it('goes on after a definition that is broken', async () => {
    expect(await codes('- term: a\n  definition: x\n- term: "b\n- term: c\n  definition: z\n')).toEqual([
      [null, 1],
      ['yaml_broken', 3],
      [null, 4],
    ]);
  });

  it('says when there is nothing in it', async () => {
    expect((await codes(''))[0]?.[0]).toBe('file_empty');
    expect((await codes('# alleen dit\n---\n'))[0]?.[0]).toBe('no_records');
  });

  it('is recognised by what is in it', () => {
    const nameOf = (text: string, name: string) => detectFormat(Buffer.from(text), name)?.name;
    expect(nameOf(ONE, 'zonder naam')).toBe('yaml');
    expect(nameOf('- begrip: a\n  definitie: x\n', 'lijst.txt')).toBe('yaml');
    expect(nameOf('x', 'a.yml')).toBe('yaml');
    expect(nameOf('{"term": "a"}', 'a.yaml')).toBe('json');
  });
});

describe('our own YAML', () => {
  const key = fc.oneof(fc.constantFrom('a', 'a b', 'null', '', '-', 'a: b', '"'), fc.string({ maxLength: 5 }));
  const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' });

  it('is what all readers of YAML take it for', () => {
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1 }), (object) => {
        const text = toYaml(object);
        const plain = JSON.parse(JSON.stringify(object)) as unknown;
        expect(parse(text)).toEqual(plain);
        const fast = readPlainYaml(text, () => true);
        if (fast) expect(fast).toEqual(plain);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('is read the fast way', () => {
    const object = {
      term: 'x: y',
      definition: 'een\n\n  twee # drie',
      lijst: ['a', '- b', [1, ['x']], { q: '1', r: [{}] }],
      e: [],
    };
    expect(readPlainYaml(toYaml(object), () => true)).toEqual(object);
  });

  it.each([
    'a: [b]',
    'a: b # c',
    'a: *b',
    'a: >\n  b',
    'a:\n   b: c',
    'a: 1',
    'a: b\na: c',
    'yes: a',
    "a: 'b'",
    'a:',
    '- [a]',
  ])('leaves %j to the general reader', (text) => expect(readPlainYaml(text, () => false)).toBeNull());
});
