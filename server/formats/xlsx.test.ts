import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { EXPORT_FORMAT_NAMES } from '#domain/export-formats.ts';
import { reportFormat } from '#domain/fidelity.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import { findingText } from '#domain/finding-texts.ts';
import type { Format } from './format.ts';
import { detectFormat, writerOf } from './formats.ts';
import { checkAll, countFindings, readAll } from './read-for-test.ts';
import { type HandMade, handMade, writtenBy } from './testing/workbooks.ts';
import { xlsxWriter } from './write-definitions-xlsx.ts';
import { MAX_CELL_LENGTH, type Sheet } from './write-xlsx.ts';
import { xlsx } from './xlsx.ts';
import { sheetRows } from './xlsx-rows.ts';
import { openWorkbook } from './xlsx-workbook.ts';

const HEAD =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>begrip</t></is></c><c r="B1" t="inlineStr"><is><t>definitie</t></is></c><c r="C1" t="inlineStr"><is><t>toelichting</t></is></c></row>';
const text = (value: string) => `t="inlineStr"><is><t>${value}</t></is></c>`;

function sheet(rows: readonly (readonly string[])[], columns = ['a', 'b', 'c']): Sheet {
  return { name: 'Blad', hasHeader: false, columns: columns.map((name) => ({ name, width: 20 })), rows };
}

async function cellsOf(bytes: Buffer): Promise<string[][]> {
  const book = await openWorkbook(bytes);
  const all: string[][] = [];
  for (const one of book.sheets) for await (const { cells } of sheetRows(book, one)) all.push(cells);
  return all;
}

/** The third cell of the second row of a workbook of one sheet. */
async function cell(xml: string, more: Omit<HandMade, 'sheets'> = {}): Promise<string | undefined> {
  const rows = `${HEAD}<row r="2"><c r="A2" ${text('x')}<c r="B2" ${text('y')}${xml}</row>`;
  return (await cellsOf(await handMade({ sheets: [{ name: 'Blad', rows }], ...more })))[1]?.[2];
}

const AWKWARD = [
  '=1+1',
  '+31 6',
  '-2',
  '@SOM(A1)',
  '＝1',
  '1.10',
  '007',
  '9-10',
  '1-2',
  '"aanhaling" en \'apostrof\'',
  'regel 1\nregel 2\r\nregel 3\ttab',
  '\r',
  ' spaties ',
  'e\u0301 en é, ñ, ß, 😀👩🏽‍⚖️',
  'מילה ‏עברית‏ عربي',
  '_x0041_ en _x000D_',
  '\u0000\u0007\u001b\u000b\uffff\ufffe',
  '\ud800 los',
  '<b>&amp;</b> ]]>',
  'x'.repeat(10_000),
  'y'.repeat(MAX_CELL_LENGTH),
];

describe('a workbook of definitions', () => {
  it.each([
    ['Dutch where nobody asked for a language', undefined, 'nl'],
    ['Dutch', 'nl', 'nl'],
    ['English', 'en', 'en'],
  ] as const)(
    'has a sheet that says what was exported, what was left behind and how the rest goes, in %s',
    async (_, language, shown) => {
      const content = { ...EMPTY_CONTENT, term: 'beslag', definition: 'vastlegging', category: 'type' as const };
      const facts = {
        title: 'Begrippen OM',
        application: 'Lexport 1',
        organisation: 'OM',
        createdAt: '2026-01-02T03:04Z',
        ...(language ? { language } : {}),
      };
      const pieces = xlsxWriter.write(
        [content, content].map((one) => ({ content: one, meta: null })),
        facts,
      );
      const bytes = Buffer.concat(await Array.fromAsync(pieces));
      const book = await openWorkbook(bytes);
      const isDutch = shown === 'nl';
      expect(book.sheets.map(({ name }) => name)).toEqual(['Definities', isDutch ? 'Rapport' : 'Report']);
      const rows: string[][] = [];
      for await (const { cells } of sheetRows(book, book.sheets[1] as (typeof book.sheets)[number])) rows.push(cells);
      const { notCarried, conventions } = reportFormat('xlsx');
      const labels = isDutch
        ? ['Wat', 'Organisatie', 'Gemaakt op', 'Gemaakt door', 'Formaat', 'Definities', 'Niet overdraagbaar']
        : ['What', 'Organisation', 'Made on', 'Made by', 'Format', 'Definitions', 'Cannot be carried over'];
      const nothing = isDutch ? 'niets' : 'nothing';
      const values = [
        'Begrippen OM',
        'OM',
        '2026-01-02T03:04Z',
        'Lexport 1',
        EXPORT_FORMAT_NAMES.xlsx[shown],
        '2',
        notCarried.map((field) => fieldLabel(field, shown)).join(', ') || nothing,
      ];
      expect(rows.slice(0, 8)).toEqual([['Lexport – export'], ...labels.map((label, at) => [label, values[at]])]);
      expect(conventions.length).toBeGreaterThan(0);
      const word = isDutch ? 'Veld' : 'Field';
      expect(rows.slice(8)).toEqual(
        conventions.map(({ field, text: said }) => [`${word} “${fieldLabel(field, shown)}”`, said[shown]]),
      );
      // Whatever it is called, it holds no definitions.
      const raws = await readAll(xlsx, bytes);
      expect(raws.map(({ fields }) => fields.term)).toEqual(['beslag', 'beslag']);
    },
  );
});

describe('a workbook that is written', () => {
  it('reads back cell for cell, whatever is in the cells', async () => {
    const rows = AWKWARD.map((value) => [value, 'x', value]);
    expect(await cellsOf(await writtenBy([sheet(rows)]))).toEqual(rows);
  });

  it('reads back for any texts', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 40 });
    const sign = fc.constantFrom('_', 'x', '0', 'A', '\r', '\n', '\u0000', '\ud83d', '"', '&', '<', '_x0041_', 'é');
    const awkward = fc.oneof(anyText, fc.string({ unit: sign, maxLength: 12 }), fc.constantFrom(...AWKWARD));
    const row = fc.tuple(awkward, awkward, fc.constant('end'));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        expect(await cellsOf(await writtenBy([sheet(rows)]))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('has cells that are texts, a first row that is bold, stays in view and can be filtered by', async () => {
    const rows = [['1.10', 'fout']];
    const columns = [
      { name: 'begrip', width: 20 },
      { name: 'melding', width: 40, isMarked: true },
    ];
    const bytes = await writtenBy([
      { name: 'Fouten: [1/2]', hasHeader: true, columns, rows },
      sheet([['uitleg']], ['a']),
    ]);
    const book = await openWorkbook(bytes);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Fouten   1 2', 'Blad']);
    const xml = (await partsOf(bytes)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">1.10</t></is></c>');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:B2"/>');
    expect(xml).toMatch(/<c r="B1" s="4"[^>]*>.*melding/);
  });

  it('is the same bytes every time, and refuses a cell no spreadsheet could hold', async () => {
    expect(await writtenBy([sheet([['a']])])).toEqual(await writtenBy([sheet([['a']])]));
    await expect(writtenBy([sheet([['x'.repeat(MAX_CELL_LENGTH + 1)]])])).rejects.toThrow(RangeError);
  });

  it('takes no more memory for a hundred thousand rows than for a thousand', async () => {
    const rows = function* () {
      for (let number = 0; number < 100_000; number++)
        yield [`begrip ${number}`, 'Een omschrijving. '.repeat(20), '1.10'];
    };
    const bytes = await writtenBy([{ ...sheet([]), rows: rows() }]);
    global.gc?.();
    const before = process.memoryUsage().heapUsed;
    const book = await openWorkbook(bytes);
    const [one] = book.sheets;
    let count = 0;
    let most = 0;
    for await (const { cells } of sheetRows(book, one as (typeof book.sheets)[number])) {
      count += cells.length;
      if (count % 30_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(300_000);
    // All of its text together would be more than 70 MB.
    expect(most).toBeLessThan(60 * 1024 * 1024);
  }, 120_000);
});

describe('a workbook that is read', () => {
  it.each([
    ['a shared text', '<c r="C2" t="s"><v>1</v></c>', 'tweede'],
    ['a text of several runs, without the readings of its characters', '<c r="C2" t="s"><v>2</v></c>', 'vet en dun'],
    ['a text that is encoded', '<c r="C2" t="s"><v>3</v></c>', 'a\rb'],
    ['a shared text that is not there', '<c r="C2" t="s"><v>9</v></c>', undefined],
    ['an inline text of several runs', '<c r="C2" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>', 'a b'],
    ['the result of a formula', '<c r="C2" t="str"><f>A1&amp;B1</f><v>xy</v></c>', 'xy'],
    ['an error', '<c r="C2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['true', '<c r="C2" t="b"><v>1</v></c>', 'true'],
    ['a whole number', '<c r="C2"><v>12</v></c>', '12'],
    ['a number with what binary fractions add', '<c r="C2"><v>0.30000000000000004</v></c>', '0.3'],
    ['a large number', '<c r="C2"><v>1.23456789012E11</v></c>', '123456789012'],
    ['no number', '<c r="C2"><v>x</v></c>', 'x'],
    ['two decimals', '<c r="C2" s="1"><v>1.1</v></c>', '1.10'],
    ['leading zeros', '<c r="C2" s="2"><v>7</v></c>', '007'],
    ['a share', '<c r="C2" s="3"><v>0.125</v></c>', '12.50%'],
    ['a day', '<c r="C2" s="4"><v>45200</v></c>', '2023-10-01'],
    ['a day and a time', '<c r="C2" s="5"><v>45200.5</v></c>', '2023-10-01 12:00'],
    ['a time', '<c r="C2" s="6"><v>0.75</v></c>', '18:00'],
    ['a text around digits', '<c r="C2" s="7"><v>94</v></c>', 'art. 94 Sv'],
    ['a day written out', '<c r="C2" t="d"><v>2026-11-22T00:00:00</v></c>', '2026-11-22'],
    ['a day before the leap day that never was', '<c r="C2" s="4"><v>1</v></c>', '1900-01-01'],
    ['nothing', '<c r="C2"/>', undefined],
  ])('has the text that the spreadsheet shows: %s', async (_, xml, expected) => {
    const strings =
      '<si><t>eerste</t></si><si><t>tweede</t></si>' +
      '<si><r><rPr><b/></rPr><t>vet</t></r><r><t xml:space="preserve"> en dun</t></r><rPh sb="0" eb="1"><t>lezing</t></rPh></si>' +
      '<si><t>a_x000D_b</t></si>';
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>' +
      '<numFmt numFmtId="166" formatCode="&quot;art. &quot;0\\ &quot;Sv&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs>' +
      [0, 2, 164, 10, 165, 22, 20, 166].map((id) => `<xf numFmtId="${id}"/>`).join('') +
      '</cellXfs>';
    expect(await cell(xml, { strings, styles })).toBe(expected);
  });

  it('counts days from 1904 when the workbook does', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    expect(await cell('<c r="C2" s="0"><v>1</v></c>', { styles, workbookPr: '<workbookPr date1904="1"/>' })).toBe(
      '1904-01-02',
    );
  });

  it('takes cells and rows without a place one after the other, and leaves those that are not there empty', async () => {
    const rows = `<row>${'<c t="str"><v>a</v></c>'.repeat(2)}</row><row r="5"><c r="C5" t="str"><v>z</v></c></row>`;
    const book = await openWorkbook(await handMade({ sheets: [{ name: 'x', rows }] }));
    const found = await Array.fromAsync(sheetRows(book, book.sheets[0] as never));
    expect(found).toEqual([
      { line: 1, cells: ['a', 'a'] },
      { line: 5, cells: ['', '', 'z'] },
    ]);
  });

  it('gives definitions like a CSV file with the same columns', async () => {
    const bytes = await handMade({
      sheets: [
        {
          name: 'Blad1',
          rows: `${HEAD}<row r="3"><c r="A3" ${text('beslag')}<c r="B3" ${text('Een dwangmiddel.')}</row>`,
        },
      ],
    });
    const records = await readAll(xlsx, bytes, 'a.xlsx');
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      fields: { term: 'beslag', definition: 'Een dwangmiddel.', explanation: '' },
      location: { file: 'a.xlsx', line: 3 },
    });
    expect(detectFormat(bytes, 'a.xlsx')?.name).toBe('xlsx');
    expect(detectFormat(bytes, 'zonder naam')?.name).toBe('xlsx');
  });

  it('takes every sheet with definitions, below a title if need be, and says which it passed over', async () => {
    const title = `<row r="1"><c r="A1" ${text('Begrippen 2026')}</row>`;
    const moved = HEAD.replaceAll('r="1"', 'r="2"').replaceAll(/([ABC])1"/g, '$12"');
    const row = (at: number, term: string) =>
      `<row r="${at}"><c r="A${at}" ${text(term)}<c r="B${at}" ${text('Een ding.')}</row>`;
    const bytes = await handMade({
      sheets: [
        { name: 'Uitleg', rows: title },
        { name: 'Straf', rows: HEAD + row(2, 'a') },
        { name: 'Verborgen', rows: HEAD + row(2, 'b'), state: 'hidden' },
        { name: 'Civiel', rows: title + moved + row(3, 'c') },
        { name: 'Leeg', rows: '' },
      ],
    });
    const records = await readAll(xlsx, bytes, 'a.xlsx');
    expect(records.map(({ fields, location }) => [fields.term, location.file, location.line])).toEqual([
      ['a', 'a.xlsx – Straf', 2],
      ['c', 'a.xlsx – Civiel', 3],
    ]);
    const passed = records[0]?.findings.filter(({ code }) => code === 'sheet_passed_over') ?? [];
    expect(passed.map((finding) => findingText(finding, 'nl').message)).toEqual([
      'Het blad “Uitleg” is overgeslagen: er staan geen definities in.',
    ]);
  });

  it.each([
    ['nothing but a header', { sheets: [{ name: 'a', rows: HEAD }] }, 'no_records'],
    ['no sheet with anything', { sheets: [{ name: 'a', rows: '' }] }, 'no_records'],
    [
      'no column for a definition',
      { sheets: [{ name: 'a', rows: `<row><c ${text('begrip')}</row>` }] },
      'header_missing',
    ],
    [
      'a document type',
      { sheets: [{ name: 'a', rows: HEAD, before: '<!DOCTYPE x [<!ENTITY e "lol">]>' }] },
      'workbook_broken',
    ],
    ['an entity of its own', { sheets: [{ name: 'a', rows: `<row><c ${text('&lol;')}</row>` }] }, 'workbook_broken'],
    ['broken XML', { sheets: [{ name: 'a', rows: '<row><c>' }] }, 'workbook_broken'],
    ['rows out of order', { sheets: [{ name: 'a', rows: '<row r="2"/><row r="1"/>' }] }, 'workbook_broken'],
    ['a row beyond the last', { sheets: [{ name: 'a', rows: '<row r="1048577"/>' }] }, 'workbook_broken'],
    [
      'a cell far to the right',
      { sheets: [{ name: 'a', rows: '<row><c r="XFD1" t="str"><v>x</v></c></row>' }] },
      'workbook_broken',
    ],
    ['bytes that are no text', { sheets: [], parts: { 'xl/workbook.xml': '' } }, 'workbook_broken'],
    [
      'no workbook',
      { sheets: [], parts: { '_rels/.rels': '<Relationships/>', 'xl/workbook.xml': '<x/>' } },
      'no_records',
    ],
  ] satisfies [string, HandMade, string][])('says so when it has %s', async (_, made, code) => {
    const records = await checkAll(xlsx, await handMade(made), 'a.xlsx');
    expect(countFindings(records)).toMatchObject({ [`error ${code}`]: 1 });
    expect(records).toHaveLength(1);
  });

  it('is refused over the limits, and when it is cut off', async () => {
    const row = (at: number) =>
      `<row r="${at}"><c r="A${at}" ${text(`t${at}`)}<c r="B${at}" ${text('Een ding.')}</row>`;
    const bytes = await handMade({ sheets: [{ name: 'a', rows: HEAD + row(2) + row(3) }] });
    const codes = async (input: Buffer, limits?: { maxBytes: number; maxRecords: number }) =>
      (await readAll(xlsx, input, 'a.xlsx', limits)).flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(await codes(bytes, { maxBytes: 10, maxRecords: 10 })).toEqual(['file_too_large']);
    expect(await codes(bytes, { maxBytes: 1e6, maxRecords: 1 })).toEqual(['too_many_records']);
    expect(await codes(bytes.subarray(0, -30))).toEqual(['workbook_broken']);
  });

  it('knows the columns of the Geonovum template, and sees that nothing is filled in', async () => {
    const heads = [
      '#',
      'URI',
      'voorkeursterm',
      'definitie',
      'alternatieve term',
      'heeft bovenliggend begrip',
      'in kader',
    ];
    const row = (...cells: string[]) => cells;
    const made = (rows: string[][]) => writtenBy([{ ...sheet([heads, ...rows], heads) }]);
    expect(countFindings(await checkAll(xlsx, await made([row('1'), row('2')])))).toEqual({ 'error no_records': 1 });
    const [first] = await checkAll(
      xlsx,
      await made([row('1', '', 'beslag', 'Een dwangmiddel.', 'inbeslagneming', 'dwangmiddel; middel, straf')]),
    );
    expect(first?.content).toMatchObject({
      term: 'beslag',
      preferredTerm: 'beslag',
      synonyms: ['inbeslagneming'],
      relations: [{ type: 'broader', targetTerm: 'dwangmiddel' }, { targetTerm: 'middel, straf' }],
    });
  });
});

describe('the Geonovum template, filled in', () => {
  const TERMS =
    '#,URI,voorkeursterm,definitie,naam,alternatieve term,zoekterm,uitleg,code,in kader,heeft onderlliggend begrip,' +
    'heeft bovenliggend begrip,is exemplaar van,is gerelateerd aan,heeft overeenkomstig bovenliggend,' +
    'heeft overeenkomstig onderliggend,is exact overeenkomstig,is vrijwel overeenkomstig,is overeenkomstig verwant,' +
    'is specialisatie van,is generalisatie van,is onderdeel van,omvat,is categorie van,voorbeeld,wijzigingsnotitie,' +
    'redactionele notitie,historie notitie,toelichting,heeft bron';
  const columns = TERMS.split(',');
  const concept = (cells: Record<string, string>) => columns.map((name, at) => (at === 0 ? '1' : (cells[name] ?? '')));
  const page = (name: string, rows: string[][]): Sheet => ({
    name,
    hasHeader: false,
    columns: rows[0]?.map((title) => ({ name: title, width: 10 })) ?? [],
    rows,
  });
  const whole = (terms: string[][], lists: string[][] = []) =>
    writtenBy([
      page('Overzicht', [['Over dit bestand', 'Ingevuld door ons']]),
      page('Begrippenkaders', [
        ['#', 'URI', 'naam', 'uitleg', 'heeft topbegrip', 'bron'],
        ['1', 'http://kader.example/straf', 'Strafvordering', '', 'dwangmiddel; vervlogen', ''],
        ['2', '', 'Zonder adres', '', '', ''],
        ['3', '', '', '', '', ''],
      ]),
      page('Begrippen', [columns, ...terms]),
      page('Collecties', [
        ['#', 'URI', 'naam', 'uitleg', 'bevat'],
        ['1', 'http://kader.example/lijst', 'Lijst', '', 'beslag; dwangmiddel'],
        ['2', '', 'Losse lijst', '', 'Beslag; niets'],
        ...lists,
      ]),
      page('Brondocumenten', [
        ['#', 'URI', 'naam', 'uitleg', 'bronverwijzing', 'aangemaakt door', '', 'URI', 'bronverwijzing'],
        ['1', 'https://wetten.overheid.nl/BWBR0001903', 'Sv', 'Wetboek', 'Art. 94', 'ons', '', 'http://anders', 'nee'],
      ]),
    ]);

  it('is read from all of its sheets', async () => {
    const bytes = await whole([
      concept({
        ...Object.fromEntries(columns.map((name) => [name, name])),
        voorkeursterm: 'beslag',
        definitie: 'Vastlegging.',
        'in kader': 'Strafvordering; Zonder adres',
        'heeft bron': 'Sv; Handboek',
      }),
      concept({ voorkeursterm: 'dwangmiddel', definitie: 'Een middel.', 'in kader': 'strafvordering' }),
    ]);
    const raws = await readAll(xlsx, bytes, 'a.xlsx');
    expect(raws.map(({ fields }) => fields.term)).toEqual(['beslag', 'dwangmiddel']);
    expect(raws[0]?.fields).toMatchObject({
      sources: [
        { title: 'Sv', uri: 'https://wetten.overheid.nl/BWBR0001903', citation: 'Art. 94 – Wetboek' },
        'Handboek',
      ],
      extras: {
        'skos:inScheme': { '@id': 'http://kader.example/straf', 'dct:title': 'Strafvordering' },
        'in kader': 'Zonder adres',
        'skos:Collection': { '@id': 'http://kader.example/lijst', 'skos:prefLabel': 'Lijst' },
        collectie: 'Losse lijst',
        zoekterm: 'zoekterm',
      },
    });
    expect(raws[1]?.fields.extras).toEqual({
      'skos:inScheme': { '@id': 'http://kader.example/straf', 'dct:title': 'Strafvordering' },
      'skos:topConceptOf': { '@id': 'http://kader.example/straf' },
      'skos:Collection': { '@id': 'http://kader.example/lijst', 'skos:prefLabel': 'Lijst' },
    });
  });

  it('says which names are on none of its sheets, and passes over only what is no part of it', async () => {
    const terms = [
      concept({ voorkeursterm: 'beslag', definitie: 'x y', 'heeft bron': 'Handboek', 'in kader': 'Elders' }),
    ];
    const [raw] = await readAll(xlsx, await whole(terms), 'a.xlsx');
    expect(raw?.findings.map(({ code, params }) => [code, params?.sheet, params?.name])).toEqual([
      ['sheet_passed_over', 'Overzicht', undefined],
      ['template_term_not_there', 'Begrippenkaders', 'dwangmiddel'],
      ['template_term_not_there', 'Begrippenkaders', 'vervlogen'],
      ['template_term_not_there', 'Collecties', 'dwangmiddel'],
      ['template_term_not_there', 'Collecties', 'niets'],
      ['column_unknown', undefined, undefined],
      ['template_name_not_there', 'Brondocumenten', 'Handboek'],
      ['template_name_not_there', 'Begrippenkaders', 'Elders'],
    ]);
  });

  it('says of many names that are nowhere which the first are, each once, and how many more there are', async () => {
    const numbered = (what: string, from: number, count: number) =>
      Array.from({ length: count }, (_, at) => `${what} ${from + at}`).join('; ');
    const lists = [0, 30, 60, 60].map((from, at) => [`${at}`, '', `lijst ${at}`, '', numbered('weg', from, 30)]);
    const terms = [
      concept({ voorkeursterm: 'beslag', definitie: 'x y', 'heeft bron': numbered('bron', 0, 25) }),
      concept({ voorkeursterm: 'dwangmiddel', definitie: 'x y', 'heeft bron': 'nergens' }),
    ];
    const [first, second] = await readAll(xlsx, await whole(terms, lists), 'a.xlsx');
    expect(countFindings(first ? [first] : [])).toMatchObject({
      'warning template_term_not_there': 20,
      'warning template_name_not_there': 20,
    });
    const more = first?.findings.filter(({ code }) => code === 'template_more_not_there') ?? [];
    // "vervlogen" and "niets", and 90 in the lists.
    expect(more.map(({ params }) => params?.count)).toEqual([92 - 20, 25 - 20]);
    expect(findingText(more[0] as (typeof more)[number], 'nl').message).toContain(': 72.');
    expect(countFindings(second ? [second] : [])).toEqual({ 'warning template_name_not_there': 1 });
  });

  it('has the same vocabularies and collections again in linked data', async () => {
    const terms = [concept({ voorkeursterm: 'beslag', definitie: 'Vastlegging.', 'in kader': 'Strafvordering' })];
    const [checked] = await checkAll(xlsx, await whole(terms));
    const content = checked?.content as DefinitionContent;
    const meta = { id: '01900000-0000-7000-8000-000000000001', version: 1, contentHash: 'a'.repeat(64) };
    const facts = { title: 'x', application: 'Lexport', organisation: 'OM', createdAt: '2026-01-01T00:00:00Z' };
    const turtle = await Array.fromAsync(writerOf('nl-sbb-turtle').write([{ content, meta }], facts));
    const [again] = await readAll(
      detectFormat(Buffer.concat(turtle), 'a.ttl') as Format,
      Buffer.concat(turtle),
      'a.ttl',
    );
    expect(again?.fields.extras).toMatchObject({
      'skos:inScheme': { '@id': 'http://kader.example/straf' },
      'skos:Collection': { '@id': 'http://kader.example/lijst' },
    });
  });
});

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const { readDirectory, readEntry } = await import('#server/archive/read-archive.ts');
  const directory = await readDirectory(bytes);
  const parts = new Map<string, string>();
  for (const entry of directory.entries) parts.set(entry.name, String(await readEntry(bytes, directory, entry)));
  return parts;
}
