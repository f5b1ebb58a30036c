import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';
import { checkAll, countFindings, readAll } from './read-for-test.ts';

const HEADER = 'begrip;definitie;categorie;organisatorische_context;juridische_context;wettelijke_basis';
const one = async (text: string | Uint8Array) => (await checkAll(csv, text, 'a.csv'))[0];

describe('csv', () => {
  it('reads the predecessor’s import file', async () => {
    const checked = await one(`${HEADER}\r\nbeslag;vastlegging van iets;proces;DJI, OM;Strafrecht;Sv, WvSr\r\n`);
    expect(checked?.content).toMatchObject({
      term: 'beslag',
      category: 'proces',
      organisationalContext: ['DJI', 'OM'],
      legalContext: ['Strafrecht'],
      legalBasis: ['Sv', 'WvSr'],
    });
    expect(checked?.findings).toEqual([]);
  });

  it.each([
    [';', 'een tekst, met komma, en nog een'],
    [',', '"een tekst; met puntkomma"'],
    ['\t', 'een tekst, met; van alles'],
    ['|', 'een tekst, met; van alles'],
  ])('sees by the header that %j is the delimiter', async (delimiter, definition) => {
    const text = `${['Term', 'Definition', 'Category'].join(delimiter)}\n${['a', definition, 'type'].join(delimiter)}\n`;
    expect((await one(text))?.content).toMatchObject({ term: 'a', definition: definition.replaceAll('"', '') });
  });

  it('believes the line with which Excel names the delimiter, and counts it', async () => {
    const [raw] = await readAll(csv, 'sep=,\r\nbegrip,definitie\r\nbeslag,tekst\r\n', 'a.csv');
    expect(raw?.fields).toMatchObject({ term: 'beslag', definition: 'tekst' });
    expect(raw?.location.line).toBe(3);
  });

  it.each([
    ['Begrip', 'DEFINITIE', 'UFO_Categorie', 'ufoCategory'],
    ['term', 'definition', 'ufo category', 'ufoCategory'],
    ['begrip', 'definitie', 'Toelichting (optioneel)', 'explanation'],
    ['begrip', 'definitie', 'valid_from', 'validFrom'],
    ['begrip', 'definitie', 'context', 'organisationalContext'],
  ])('knows the columns %s, %s and %s', async (term, definition, third, field) => {
    const [raw] = await readAll(csv, `${term};${definition};${third}\na;b;c\n`);
    expect(Object.keys(raw?.fields ?? {})).toEqual(['term', 'definition', field]);
    expect(raw?.places).toMatchObject({ [field]: third });
  });

  it('parts lists as they were joined', async () => {
    const text = `begrip;definitie;wettelijke_basis;synoniemen;voorbeeld_zinnen;ketenpartners
a;b;Art. 3:2, eerste lid, Awb;"x; y | z";Eén; twee is ook wat. | Drie.;["CJIB", "OM"]`;
    const quoted = text
      .replace('Eén; twee is ook wat. | Drie.', '"Eén; twee is ook wat. | Drie."')
      .replace('["CJIB", "OM"]', '"[""CJIB"", ""OM""]"');
    expect((await one(quoted))?.content).toMatchObject({
      legalBasis: ['Art. 3:2, eerste lid, Awb'],
      synonyms: ['x', 'y', 'z'],
      examples: { sentence: ['Eén; twee is ook wat.', 'Drie.'] },
      chainPartners: ['CJIB', 'OM'],
    });
  });

  it('keeps commas inside the lists of our own columns', async () => {
    expect((await one('term,definition,synonyms\na,b,"inbeslagneming, tijdelijk"\n'))?.content?.synonyms).toEqual([
      'inbeslagneming, tijdelijk',
    ]);
  });

  it('reads JSON in the cells of our own columns, id and version included', async () => {
    const id = '0190A000-0000-7000-8000-000000000001';
    const cell = (value: unknown) => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
    const relations = cell([{ type: 'broader', target: 'x' }]);
    const text = `id,version,term,definition,relations,sources,legalMetadata\n${id},4,a,b,${relations},Sv,${cell({ zaal: '3' })}\n`;
    expect((await readAll(csv, text))[0]).toMatchObject({ id: id.toLowerCase(), version: 4 });
    expect((await one(text))?.content).toMatchObject({
      relations: [{ type: 'broader', targetId: null, targetTerm: 'x' }],
      sources: [{ title: 'Sv' }],
      legalMetadata: { zaal: '3' },
    });
  });

  it('reads relations as words too', async () => {
    const { content } = (await one('begrip;definitie;relaties\na;b;broader: straf | gerelateerd: boete\n')) ?? {};
    expect(content?.relations.map(({ type, targetTerm }) => [type, targetTerm])).toEqual([
      ['broader', 'straf'],
      ['related', 'boete'],
    ]);
  });

  it('keeps every cell as text', async () => {
    const [raw] = await readAll(csv, 'begrip;definitie;bron;extra\n1.10;007;1e5;TRUE\n');
    expect(raw?.fields).toEqual({ term: '1.10', definition: '007', sources: ['1e5'], extras: { extra: 'TRUE' } });
  });

  it('tells an empty cell from a missing one', async () => {
    const [raw] = await readAll(csv, 'begrip;definitie;toelichting;synoniemen\na;b;\n');
    expect(raw?.fields).toEqual({ term: 'a', definition: 'b', explanation: '' });
    expect(raw?.findings).toMatchObject([
      { code: 'row_ragged', severity: 'warning', params: { found: 3, expected: 4 } },
    ]);
  });

  it('refuses a row with text beyond the last column, and forgives empty cells there', async () => {
    const records = await checkAll(csv, 'begrip;definitie\na;b;\nc;d;verdwaald\n', 'a.csv');
    expect(records.map(({ term }) => term)).toEqual(['a', 'c']);
    expect(records[0]?.findings.map(({ code }) => code)).not.toContain('row_ragged');
    expect(records[1]?.content).toBeNull();
    expect(records[1]?.findings[0]).toMatchObject({
      code: 'row_ragged',
      severity: 'error',
      value: 'verdwaald',
      location: { file: 'a.csv', line: 3 },
    });
  });

  it('counts rows as a spreadsheet does, past cells of several lines and blank rows', async () => {
    const records = await readAll(csv, 'begrip;definitie\n"a";"een\n\ntwee"\n;\n\nb;c\n');
    expect(records.map(({ location }) => location.line)).toEqual([2, 5]);
    expect(records[0]?.fields.definition).toBe('een\n\ntwee');
  });

  it('names unknown columns once, and keeps what is in them', async () => {
    const records = await checkAll(
      csv,
      'begrip;definitie;kleur;begrip;created_at;\na;b;rood;c;2025;x\nd;e;;;;\n',
      'a.csv',
    );
    expect(countFindings(records)).toEqual({ 'info column_unknown': 1, 'warning category_missing': 2 });
    expect(records[0]?.findings[0]?.params).toEqual({ columns: 'kleur, begrip (2), kolom 6' });
    expect(records[0]?.content?.extras).toEqual({
      kleur: 'rood',
      'begrip (2)': 'c',
      created_at: '2025',
      'kolom 6': 'x',
    });
    expect(records[1]?.content?.extras).toEqual({});
  });

  it('takes away what keeps a spreadsheet from calculating', async () => {
    const [raw] = await readAll(csv, "begrip;definitie\n'=1+1;'@iets\n'gewoon;'-5\n");
    expect(raw?.fields).toEqual({ term: '=1+1', definition: '@iets' });
  });

  it('reads Windows-1252 and says so; UTF-16 and UTF-8 with a mark need no word', async () => {
    const text = 'begrip;definitie;categorie\ncoördinatie;één “ding”;type\n';
    const old = Buffer.from(text.replace('“', '\u0093').replace('”', '\u0094'), 'latin1');
    const checked = await one(old);
    expect(checked?.content).toMatchObject({ term: 'coördinatie', definition: 'één “ding”' });
    expect(checked?.findings).toMatchObject([{ code: 'encoding_assumed', params: { encoding: 'windows-1252' } }]);
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      expect(await one(bytes)).toMatchObject({ term: 'coördinatie', findings: [] });
    }
  });

  it('cleans literals with a language and says in which fields', async () => {
    const text = `begrip;definitie;voorkeursterm;synoniemen
"""beslag""@nl";"""een tekst""@nl

Toelichting: meer";"""""@nl";"""a, b""@nl,""c""@nl"`;
    const checked = await one(text);
    expect(checked?.content).toMatchObject({
      term: 'beslag',
      definition: 'een tekst\n\nToelichting: meer',
      preferredTerm: null,
      synonyms: ['a, b', 'c'],
    });
    expect(checked?.findings[0]).toMatchObject({
      code: 'residue_cleaned',
      params: { fields: 'term, definition, preferredTerm, synonyms' },
    });
  });

  it('reads a table of the wiki, with relations by term', async () => {
    const text = `Titel,NLSBBNaamBegrip,NLSBBVoorkeursterm,NLSBBDefinitie,NLSBBIsGerelateerdAan,NLSBBCode
Begrip:1,a,"""beslag""@nl","""tekst""@nl","""Begrip:2"",""Begrip:9""",
Begrip:2,b,"""straf""@nl","""tekst""@nl",,7
`;
    const [first, second] = await checkAll(csv, text);
    expect(first?.content).toMatchObject({ term: 'beslag', preferredTerm: 'beslag' });
    expect(first?.content?.relations.map(({ targetTerm }) => targetTerm)).toEqual(['straf', 'Begrip:9']);
    expect(second?.content?.extras).toEqual({ Titel: 'Begrip:2', NLSBBNaamBegrip: 'b', NLSBBCode: '7' });
  });

  it.each([
    ['', 'file_empty'],
    ['\n \n', 'file_empty'],
    ['begrip;definitie\n', 'no_records'],
    ['begrip;definitie\n;\n\n', 'no_records'],
    ['naam;tekst\na;b\n', 'header_missing'],
    ['begrip;categorie\na;type\n', 'header_missing'],
    ['begrip;definitie\na;"b\nc;d\n', 'csv_broken'],
    ['begrip;definitie\na;b\u0000\n', 'not_text'],
  ])('answers %j with one record that says %s', async (text, code) => {
    const records = await readAll(csv, text);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ fields: {}, findings: [{ code, severity: 'error' }] });
  });

  it('names the missing columns', async () => {
    const [raw] = await readAll(csv, '\nbegrip;categorie\na;type\n', 'a.csv');
    expect(raw?.findings[0]).toMatchObject({ params: { columns: 'definition' }, location: { file: 'a.csv', line: 2 } });
  });

  it('refuses a table beyond the limits as a whole', async () => {
    const text = 'begrip;definitie\na;b\nc;d\ne;f\n';
    for (const [limits, code] of [
      [{ maxBytes: 1000, maxRecords: 2 }, 'too_many_records'],
      [{ maxBytes: 10, maxRecords: 9 }, 'file_too_large'],
    ] as const) {
      const records = await readAll(csv, text, 'x', limits);
      expect(records.flatMap(({ findings }) => findings.map((finding) => finding.code))).toEqual([code]);
    }
  });
});
