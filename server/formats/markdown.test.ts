import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { detectFormat } from './formats.ts';
import { markdown } from './markdown.ts';
import { checkAll, countFindings, readAll } from './read-for-test.ts';
import { realFile } from './real-files.ts';

const FRAMEWORK = `# Begrippen

## Boek 9

### Getuigschrift (oud)

*Een «Getuigschrift (oud)» is een rechtsobject.*

Alternatieve aanduiding: *Bewijs, schriftelijk*, *G-schrift*

> Een getuigschrift is een [stuk](#stuk) van een
[ambtenaar](), bedoeld voor de [rechter](#rechter-in-kort-geding).

Toelichting: Zie ook het [register](https://example.org/register).

*Nog te bespreken*

Bron: Art. 9.1.2 lid 3 [[Sv]], , Memorie van Toelichting [[Sv]], Uitspraak Vlieger [[ECLINLHR1999AB1234]]

Specialisatie van: [Stuk](#stuk), [Akte](#akte)

Omvat:

Voorbeeld(en): Een diploma.

Let op: dit hoort bij de uitleg.

### Stuk

> Papier waar iets op staat.
`;

describe('a framework of concepts in Markdown', () => {
  it('is a concept for each heading, with what its paragraphs say', async () => {
    const [raw, other] = await readAll(markdown, FRAMEWORK, 'kader.md');
    expect(raw?.location).toEqual({ file: 'kader.md', line: 5 });
    expect(raw?.fields).toEqual({
      term: 'Getuigschrift (oud)',
      definition: 'Een getuigschrift is een stuk van een\nambtenaar, bedoeld voor de rechter.',
      synonyms: ['Bewijs, schriftelijk', 'G-schrift'],
      explanation: 'Zie ook het register.\n\nLet op: dit hoort bij de uitleg.',
      legalBasis: ['Art. 9.1.2 lid 3 Sv'],
      sources: [{ title: 'Memorie van Toelichting Sv' }, { title: 'Uitspraak Vlieger' }],
      caseReferences: [{ kind: 'ecli', value: 'ECLI:NL:HR:1999:AB1234' }],
      examples: { sentence: ['Een diploma.'] },
      relations: [
        { type: 'broader', target: 'Stuk' },
        { type: 'broader', target: 'Akte' },
        { type: 'related', target: 'rechter' },
      ],
      extras: { deel: 'Boek 9', soort: 'rechtsobject', notities: ['Nog te bespreken'] },
    });
    expect(raw?.findings.map(({ code, value }) => [code, value])).toEqual([
      ['links_read', undefined],
      ['links_nowhere', 'ambtenaar'],
    ]);
    expect(other?.fields).toEqual({
      term: 'Stuk',
      definition: 'Papier waar iets op staat.',
      extras: { deel: 'Boek 9' },
    });
  });

  it('says of a heading without a quotation that its definition is missing, at its line', async () => {
    const [, checked] = await checkAll(markdown, '## A\n\n> x y z\n\n## B\n');
    expect(checked?.findings.map(({ code, location }) => [code, location?.line])).toContainEqual([
      'definition_missing',
      5,
    ]);
  });
});

describe('a page in Markdown', () => {
  it('is read from its front matter and its text', async () => {
    const page = `---\nbegrip: beslag\ncategorie: proces\nsynoniemen: [inbeslagneming]\n---\n\n# Beslag\n\nvastlegging van [goed](goed.md)\n\n## Toelichting\n\nuitleg\n\n## Wie\n\nniemand\n`;
    const [checked] = await checkAll(markdown, page.replaceAll('\n', '\r\n'));
    expect(checked?.content).toMatchObject({
      term: 'beslag',
      category: 'proces',
      definition: 'vastlegging van goed',
      explanation: 'uitleg',
      synonyms: ['inbeslagneming'],
      extras: { Wie: 'niemand' },
    });
  });

  it('takes its term from the heading and its definition from a quotation when the front matter has none', async () => {
    const [checked] = await checkAll(markdown, '---\ncategorie: type\n---\n# Akte\n> ondertekend\n> stuk\n');
    expect(checked?.content).toMatchObject({ term: 'Akte', definition: 'ondertekend\nstuk' });
  });

  it('is explained by its text when the definition stands in the front matter', async () => {
    const [checked] = await checkAll(markdown, '---\nterm: a\ndefinition: b c\n---\nmeer hierover\n');
    expect(checked?.content).toMatchObject({ definition: 'b c', explanation: 'meer hierover' });
  });

  it.each([
    ['---\nterm: "x\n---\n', 'yaml_broken', 2],
    ['---\nterm: a\nx: *y\n---\n', 'yaml_alias', 3],
    ['---\n- a\n---\n', 'not_an_object', 1],
    ['# alleen een kop', 'no_records', undefined],
    ['---', 'term_missing', 1],
  ])('says what is wrong with %j', async (text, code, line) => {
    const [checked] = await checkAll(markdown, text);
    expect(checked?.findings.map((finding) => [finding.code, finding.location?.line])[0]).toEqual([code, line]);
  });
});

describe('the detection of Markdown', () => {
  const nameOf = (text: string, name: string) => detectFormat(Buffer.from(text), name)?.name ?? null;

  it('goes by what is in it', () => {
    expect(nameOf(FRAMEWORK, 'zonder naam')).toBe('markdown');
    expect(nameOf('---\nterm: a\ndefinition: b\ncategory: type\n---\n\n# A\n', 'zonder naam')).toBe('markdown');
    expect(nameOf('---\nterm: a\ndefinition: b\ncategory: type\n---\nterm: b\n', 'zonder naam')).toBe('yaml');
    expect(nameOf('gewone tekst', 'lees.md')).toBe('markdown');
    expect(nameOf('{"term": 1}', 'a.md')).toBe('json');
  });
});

describe('the real frameworks of the criminal procedure code', () => {
  it.each([
    ['G01', 38],
    ['G02', 68],
    ['G03', 43],
    ['G04', 47],
  ])('come in whole: %s', async (name, count) => {
    const bytes = await realFile(`markdown-sv/${name}-Begrippenkader.md`);
    if (!bytes) return;
    expect(detectFormat(bytes, 'zonder naam')).toBe(markdown);
    const checked = (await readAll(markdown, bytes, name)).map(checkRecord);
    expect(checked.filter(({ content }) => content !== null)).toHaveLength(count);
    for (const { content } of checked) expect(content?.definition).not.toMatch(/\]\(|\[\[|^>/m);
  });

  it('have 196 concepts with links that lead to others, round in circles, and to nothing', async () => {
    const files = await Promise.all(
      ['G01', 'G02', 'G03', 'G04'].map((name) => realFile(`markdown-sv/${name}-Begrippenkader.md`)),
    );
    const raws = (await Promise.all(files.flatMap((bytes) => (bytes ? [readAll(markdown, bytes)] : [])))).flat();
    if (raws.length === 0) return;
    const checked = raws.map(checkRecord);
    const contents = checked.flatMap(({ content }) => content ?? []);
    const terms = new Set(contents.map(({ term }) => term.toLowerCase()));
    const targets = contents.flatMap(({ relations }) =>
      relations.map(({ targetTerm }) => targetTerm?.toLowerCase() ?? ''),
    );
    expect(contents).toHaveLength(196);
    expect(terms.size).toBe(166);
    expect(countFindings(checked)).toEqual({
      'info links_read': 162,
      'info links_nowhere': 74,
      'warning category_missing': 196,
    });
    expect([targets.length, targets.filter((target) => terms.has(target)).length]).toEqual([451, 389]);
  });
});
