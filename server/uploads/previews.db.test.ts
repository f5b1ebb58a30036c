import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handMade } from '#server/formats/testing/workbooks.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

let door: TestDoor;
let lead: TestClient;
beforeAll(async () => {
  door = await testDoor();
  lead = door.people.lead.client;
});
afterAll(() => door.close());

/** A table as somebody keeps it: a title above it, names of their own, Windows-1252. */
const OWN_TABLE = Buffer.from(
  [
    'Begrippenlijst team Beslag',
    '',
    'Woord;Betekenis van het woord;Wetsartikel;Soort begrip;Stand',
    'Beslaglegging;Het vastleggen van een voorwerp ten behoeve van een onderzoek.;Art. 94 Sv;Handeling;klaar',
    'Beslagene;Degene bij wie het voorwerp is beslagen, ook coördinator genoemd.;Art. 94 Sv;Persoon;klaar',
    'Teruggave;Het overdragen van het voorwerp aan de rechthebbende.;Art. 116 Sv;Handeling;bezig',
  ].join('\r\n'),
  'latin1',
);

function zipOf(files: Record<string, string | Buffer>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const [name, contents] of Object.entries(files)) zip.file(name, contents);
  return zip.generateAsync({ type: 'uint8array' }) as Promise<Uint8Array<ArrayBuffer>>;
}
const send = (name: string, raw: BodyInit, client = lead) =>
  client.call('POST', '/api/v1/uploads', { raw, headers: { 'X-File-Name': encodeURIComponent(name) } });
const previewOf = async (id: string, choices: object = {}, client = lead) =>
  (await client.post(`/api/v1/uploads/${id}/previews`, choices)).body;
const mappingOf = (columns: { column: string; use: string }[]) => ({
  columns: columns.map(({ column, use }) => ({ column, use })),
  values: [],
});

describe('an upload', () => {
  it('says what it is: format, encoding, delimiter, header row, whose table, language', async () => {
    const text = `begrip;definitie;categorie;organisatorische_context
beslag;het vastleggen van een voorwerp door de politie of een andere dienst;proces;OM
straf;een sanctie die door de rechter wordt opgelegd aan een verdachte;resultaat;OM
`;
    const { body } = await send('a.csv', `\ufeff${text}`);
    expect(body.detected).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      headerRow: 1,
      dialect: 'predecessor',
      language: { value: 'nl', source: 'text' },
      files: null,
      mapping: 'known',
    });
  });

  it('finds the header below a title, and that it needs a mapping', async () => {
    const { body } = await send('lijst.csv', OWN_TABLE);
    expect(body.detected).toMatchObject({
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ';',
      headerRow: 3,
      dialect: 'other',
      mapping: 'needed',
    });
  });

  it.each([
    ['x.json', '{"term":"x","definition":"y"}', 'json'],
    ['x.ttl', '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<a> a skos:Concept .', 'turtle'],
    ['x.yaml', 'term: x\ndefinition: y\n', 'yaml'],
    ['x.md', '---\nterm: x\ndefinition: y\n---\n', 'markdown'],
  ])('knows %s by its contents, and has no columns for it', async (name, text, format) => {
    const { body } = await send(name, text);
    expect(body.detected).toMatchObject({ format, encoding: 'utf-8', headerRow: null, mapping: 'none' });
    expect(await previewOf(body.id)).toMatchObject({ columns: [], rows: [], problems: [] });
  });

  it('of several files counts them by kind', async () => {
    const { body } = await send(
      'z.zip',
      await zipOf({ 'a.json': '{"term":"x"}', 'b.json': '{"term":"y"}', 'c.csv': OWN_TABLE }),
    );
    expect(body.detected.files).toEqual({
      total: 3,
      looked: 3,
      formats: [
        { format: 'json', count: 2 },
        { format: 'csv', count: 1 },
      ],
    });
  });
});

describe('a preview', () => {
  it('proposes what unknown columns are for, with how sure that is, and what their words may mean', async () => {
    const { id } = (await send('lijst.csv', OWN_TABLE)).body;
    const preview = await previewOf(id);
    const uses = Object.fromEntries(
      preview.columns.map((one: { column: string; use: string }) => [one.column, one.use]),
    );
    expect(uses).toEqual({
      Woord: 'term',
      'Betekenis van het woord': 'definition',
      Wetsartikel: 'legalBasis',
      'Soort begrip': 'category',
      Stand: 'status',
    });
    expect(
      preview.columns.every(
        ({ by, confidence }: { by: string; confidence: number }) => by === 'likeness' && confidence > 0.5,
      ),
    ).toBe(true);
    expect(preview.values).toMatchObject([
      { field: 'category', from: 'Handeling', to: null, count: 2 },
      { field: 'status', from: 'klaar', count: 2 },
      { field: 'category', from: 'Persoon', count: 1 },
      { field: 'status', from: 'bezig', count: 1 },
    ]);
    expect(preview.rows[1]).toMatchObject({
      line: 5,
      fields: { term: 'Beslagene', definition: expect.stringContaining('coördinator'), legalBasis: 'Art. 94 Sv' },
    });
    expect(preview.rows[1].findings.map(({ code }: { code: string }) => code)).toEqual([
      'category_unknown',
      'status_unknown',
    ]);
  });

  it('shows the rows as a person’s choices would have them', async () => {
    const { id } = (await send('lijst.csv', OWN_TABLE)).body;
    const { columns } = await previewOf(id);
    const mapping = {
      ...mappingOf(columns),
      values: [
        { field: 'category', from: 'handeling', to: 'ACT' },
        { field: 'category', from: 'Persoon', to: 'ENT' },
        { field: 'status', from: 'klaar', to: 'review' },
        { field: 'status', from: 'bezig', to: 'draft' },
      ],
    };
    const preview = await previewOf(id, { mapping });
    expect(preview.rows.map(({ fields }: { fields: object }) => fields)).toMatchObject([
      { category: 'ACT', status: 'review' },
      { category: 'ENT', status: 'review' },
      { category: 'ACT', status: 'draft' },
    ]);
    expect(preview.rows.flatMap(({ findings }: { findings: object[] }) => findings)).toEqual([]);
    expect(await previewOf(id, { mapping: mappingOf([{ column: 'Woord', use: 'term' }]) })).toMatchObject({
      rows: [],
      missing: ['definition'],
    });
  });

  it.each([
    [{ headerRow: 2 }, { rows: [], columns: [] }],
    [{ delimiter: ',' }, { detected: { delimiter: ',', mapping: 'needed' } }],
    [{ encoding: 'utf-8' }, { problems: [{ code: 'encoding_chosen_wrong', params: { encoding: 'utf-8' } }] }],
    [{ format: 'xlsx' }, { problems: [{ code: 'workbook_broken' }] }],
  ])('with %j says what comes of it', async (choices, expected) => {
    const { id } = (await send('lijst.csv', OWN_TABLE)).body;
    expect(await previewOf(id, choices)).toMatchObject(expected);
  });

  it.each([
    {
      mapping: {
        columns: [
          { column: 'a', use: 'term' },
          { column: 'b', use: 'term' },
        ],
      },
    },
    {
      mapping: {
        columns: [
          { column: 'a', use: 'term' },
          { column: 'a', use: 'keep' },
        ],
      },
    },
    { mapping: { columns: [{ column: 'a', use: 'nonsense' }] } },
    { headerRow: 0 },
    { encoding: 'klingon' },
  ])('refuses %j', async (choices) => {
    const { id } = (await send('lijst.csv', OWN_TABLE)).body;
    expect(await previewOf(id, choices)).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});

describe('a preview of an archive', () => {
  const OTHER = 'Naam van het begrip;Uitleg in het kort\niets;Iets dat zo heet in een register.\n';
  const archive = () =>
    zipOf({
      'lijsten/a.csv': OWN_TABLE,
      'lijsten/b.csv':
        'STAND;Woord;Betekenis van het woord;Wetsartikel;soort begrip\nklaar;iets;Iets anders.;x;Handeling\n',
      'ander.csv': OTHER,
      'gewoon.csv': 'begrip;definitie\nx;Iets dat zo heet.\n',
      'leesmij.txt': 'Dit is geen tabel.',
      'a.json': '{"term":"x","definition":"y"}',
      'stuk.xlsx': 'PK',
    });

  it('shows its tables with what their columns may be for, those with the same columns together', async () => {
    const { id } = (await send('z.zip', await archive())).body;
    const preview = await previewOf(id);
    expect(preview).toMatchObject({ columns: [], rows: [], tablesLeft: 0, detected: { files: { total: 7 } } });
    expect(preview.tables).toMatchObject([
      {
        places: [{ file: 'lijsten/a.csv' }, { file: 'lijsten/b.csv' }],
        mapping: 'needed',
        missing: [],
        saved: null,
        columns: [{ column: 'Woord', use: 'term' }, { use: 'definition' }, { use: 'legalBasis' }, {}, {}],
        rows: [{ line: 4, fields: { term: 'Beslaglegging' } }, {}, {}],
      },
      {
        places: [{ file: 'ander.csv' }],
        mapping: 'needed',
        headers: ['Naam van het begrip', 'Uitleg in het kort'],
      },
      { places: [{ file: 'gewoon.csv' }], mapping: 'known' },
    ]);
  });

  it('shows them as a person’s choices would have them, and as was saved before', async () => {
    const { id } = (await send('z.zip', await archive())).body;
    const headers = ['Naam van het begrip', 'Uitleg in het kort'];
    const mapping = {
      columns: [
        { column: 'Naam van het begrip', use: 'definition' },
        { column: 'Uitleg in het kort', use: 'term' },
      ],
    };
    const chosen = await previewOf(id, { mappings: [{ headers, mapping }] });
    expect(chosen.tables[1]).toMatchObject({
      columns: [
        { use: 'definition', by: 'choice' },
        { use: 'term', by: 'choice' },
      ],
      rows: [{ fields: { term: expect.stringContaining('register'), definition: 'iets' } }],
    });
    await lead.call('PUT', '/api/v1/column-mappings', {
      body: { headers: headers.map((name) => name.toUpperCase()), mapping },
    });
    expect((await previewOf(id)).tables[1]).toMatchObject({
      mapping: 'saved',
      columns: [{ use: 'definition' }, { use: 'term' }],
    });
  });
});

describe('where a table stands', () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.map(cell).join('')}</row>`;
  const book = () =>
    handMade({
      sheets: [
        { name: 'Lijst', rows: row(1, 'Begrip', 'Definitie') + row(2, 'beslag', 'Het vastleggen van een voorwerp.') },
        { name: 'Oud', rows: row(1, 'Begrip', 'Definitie') + row(2, 'straf', 'Een sanctie van een rechter.') },
      ],
    });
  /** Its first row looks like a header and is none. */
  const TWO_HEADERS =
    'Naam;Omschrijving;Soort\nBegrip;Definitie;Categorie\nboete;Een bedrag dat iemand betaalt.;resultaat\n';

  it('is shown of a workbook sheet by sheet, and only the chosen sheet comes in', async () => {
    const { id } = (await send('twee.xlsx', new Uint8Array(await book()))).body;
    expect(await previewOf(id)).toMatchObject({
      sheets: ['Lijst', 'Oud'],
      sheet: 'Lijst',
      rows: [{ fields: { term: 'beslag' } }],
    });
    expect(await previewOf(id, { sheet: 'Oud' })).toMatchObject({
      sheet: 'Oud',
      rows: [{ fields: { term: 'straf' } }],
    });
    expect(await previewOf(id, { sheet: 'Weg' })).toMatchObject({
      problems: [{ code: 'sheet_not_there', params: { sheet: 'Weg' } }],
    });
  });

  it('is chosen for each file of an archive by itself', async () => {
    const { id } = (
      await send('z.zip', await zipOf({ 'boek.xlsx': await book(), 'a.csv': TWO_HEADERS, 'los.csv': '1;2\n3;4\n' }))
    ).body;
    const found = (await previewOf(id)).tables;
    const of = (tables: { places: { file: string }[] }[], name: string) =>
      tables.find(({ places }) => places.some(({ file }) => file === name));
    expect(of(found, 'boek.xlsx')).toMatchObject({
      places: [{ format: 'xlsx', encoding: null, sheets: ['Lijst', 'Oud'], sheet: 'Lijst', headerRow: 1 }],
    });
    expect(of(found, 'a.csv')).toMatchObject({
      places: [{ top: [{ line: 1, cells: ['Naam', 'Omschrijving', 'Soort'] }, { line: 2 }, { line: 3 }] }],
    });
    expect(of(found, 'los.csv')).toMatchObject({
      mapping: 'needed',
      places: [{ top: [{ line: 1 }, { line: 2 }] }],
    });
    const places = [
      { file: 'boek.xlsx', sheet: 'Oud' },
      { file: 'a.csv', headerRow: 1 },
    ];
    const chosen = (await previewOf(id, { places })).tables;
    expect(of(chosen, 'boek.xlsx')).toMatchObject({
      places: [{ sheet: 'Oud' }],
      rows: [{ fields: { term: 'straf' } }],
    });
    expect(of(chosen, 'a.csv')).toMatchObject({
      places: [{ headerRow: 1 }],
      headers: ['Naam', 'Omschrijving', 'Soort'],
    });
  });
});

describe('how each file of an archive is read', () => {
  const SENTENCES =
    'Het vastleggen van een voorwerp dat voor een onderzoek van belang is of door een dienst wordt gevraagd.';
  /** Bars part it, and its commas part it as evenly, into more. */
  const TWO_WAYS = 'Vakwoord, in het kort|Uitleg, in het lang\nzomer|Een seizoen, het warmste, van de vier.\n';
  const upload = async () => {
    const files = {
      'oud.csv': Buffer.from(`begrip;definitie\nprésence;${SENTENCES}\n`, 'latin1'),
      'nieuw.csv': `\ufeffbegrip;definitie\nafwezigheid;${SENTENCES}\n`,
      'streep.csv': TWO_WAYS,
      'los.json': '{"term":"x","definition":"y"}',
    };
    return (await send('z.zip', await zipOf(files))).body.id as string;
  };
  type Tables = { places: { file: string }[] }[];
  const placesIn = (tables: Tables) => tables.flatMap(({ places }) => places);

  it('is shown as detected: format, encoding, delimiter, header row, language', async () => {
    const { tables } = await previewOf(await upload());
    const dutch = { value: 'nl', source: 'text' };
    expect(placesIn(tables)).toMatchObject([
      { file: 'oud.csv', format: 'csv', encoding: 'windows-1252', delimiter: ';', headerRow: 1, language: dutch },
      { file: 'nieuw.csv', format: 'csv', encoding: 'utf-8', delimiter: ';', headerRow: 1, language: dutch },
      { file: 'streep.csv', format: 'csv', encoding: 'utf-8', delimiter: ',', language: null },
    ]);
  });

  it('is shown as chosen, and stays in sight where nothing comes of it', async () => {
    const id = await upload();
    const places = [
      { file: 'oud.csv', encoding: 'utf-8' },
      { file: 'nieuw.csv', encoding: 'windows-1252' },
      { file: 'streep.csv', delimiter: '|' },
    ];
    const { tables } = await previewOf(id, { places });
    expect(tables).toMatchObject([
      {
        places: [{ file: 'oud.csv', encoding: 'utf-8' }],
        problems: [{ code: 'encoding_chosen_wrong', params: { encoding: 'utf-8' } }],
        rows: [],
      },
      { places: [{ file: 'nieuw.csv', encoding: 'windows-1252' }], problems: [] },
      { places: [{ file: 'streep.csv', delimiter: '|' }], headers: ['Vakwoord, in het kort', 'Uitleg, in het lang'] },
    ]);
    const [tabbed] = (await previewOf(id, { places: [{ file: 'streep.csv', delimiter: '\t' }] })).tables.slice(-1);
    expect(tabbed).toMatchObject({ places: [{ file: 'streep.csv', delimiter: '\t', headerRow: null }], headers: [] });
    const kinds = [
      { file: 'oud.csv', format: 'xlsx' },
      { file: 'los.json', encoding: 'utf-8' },
    ];
    expect((await previewOf(id, { places: kinds })).tables).toMatchObject([
      { places: [{ file: 'oud.csv', format: 'xlsx' }], mapping: 'none', problems: [{ code: 'workbook_broken' }] },
      { places: [{ file: 'nieuw.csv' }] },
      { places: [{ file: 'streep.csv' }] },
      { places: [{ file: 'los.json', format: 'json', encoding: 'utf-8' }], mapping: 'none', problems: [] },
    ]);
  });

  it.each<[string, object, string]>([
    ['a kind of file that is not read', { file: 'oud.csv', format: 'docx' }, 'places.0.format'],
    ['an encoding there is not', { file: 'oud.csv', encoding: 'klingon' }, 'places.0.encoding'],
    ['a delimiter of two characters', { file: 'oud.csv', delimiter: ';;' }, 'places.0.delimiter'],
    ['a language there is not', { file: 'oud.csv', language: 'tlh' }, 'places.0.language'],
    ['a file that is not in it', { file: 'weg.csv', encoding: 'utf-8' }, 'places.0.file'],
  ])('cannot be %s, neither in a preview nor in an import', async (_, place, path) => {
    const uploadId = await upload();
    const choices = { places: [place] };
    expect(await previewOf(uploadId, choices)).toMatchObject({
      status: 400,
      code: 'invalid_request',
      errors: [{ path, message: expect.any(String) }],
    });
    const job = { operation: 'import', uploadId, options: choices };
    expect((await lead.post('/api/v1/batches', { jobs: [job] })).body).toMatchObject({
      status: 400,
      errors: [{ path: `jobs.0.options.${path}` }],
    });
    const schedule = { name: 'x', cron: '0 4 * * *', batch: { jobs: [job] } };
    expect((await lead.post('/api/v1/schedules', schedule)).body).toMatchObject({
      status: 400,
      errors: [{ path: `batch.jobs.0.options.${path}` }],
    });
  });

  it('is said once of each file, and of no file by itself', async () => {
    const id = await upload();
    const twice = [{ file: 'oud.csv', encoding: 'utf-8' }, { file: 'oud.csv' }];
    expect(await previewOf(id, { places: twice })).toMatchObject({ status: 400, code: 'invalid_request' });
    const single = (await send('lijst.csv', OWN_TABLE)).body.id;
    const itself = [{ file: 'lijst.csv', encoding: 'utf-8' }];
    expect(await previewOf(single, { places: itself })).toMatchObject({
      status: 400,
      errors: [{ path: 'places.0.file' }],
    });
  });
});

describe('a mapping', () => {
  it('can be given a name, which stays when it is saved anew', async () => {
    const body = { headers: ['kolom n'], mapping: { columns: [{ column: 'kolom n', use: 'term' }] } };
    const { id } = (await lead.call('PUT', '/api/v1/column-mappings', { body })).body;
    const rename = (name: unknown, client = lead) =>
      client.call('PATCH', `/api/v1/column-mappings/${id}`, { body: { name } });
    expect((await rename(' Lijst van team Noord ')).body).toMatchObject({
      id,
      name: 'Lijst van team Noord',
      lastUsedAt: null,
    });
    expect((await lead.call('PUT', '/api/v1/column-mappings', { body })).body.name).toBe('Lijst van team Noord');
    expect((await rename('')).status).toBe(400);
    expect((await rename('x', door.outsider.client)).status).toBe(404);
    expect((await rename(null)).body.name).toBeNull();
    await rename(null);
    const { rows } = await door.database.pool.query(
      `SELECT details FROM audit_entries WHERE subject_id = $1 AND action = 'column_mapping.renamed' ORDER BY id`,
      [id],
    );
    expect(rows.map(({ details }) => details)).toEqual([
      { from: null, to: 'Lijst van team Noord' },
      { from: 'Lijst van team Noord', to: null },
    ]);
  });

  it('is remembered for the organisation, and recognised by the set of names, whatever their order', async () => {
    const { id } = (await send('lijst.csv', OWN_TABLE)).body;
    const { columns } = await previewOf(id);
    const mapping = { ...mappingOf(columns), values: [{ field: 'category', from: 'Handeling', to: 'ACT' }] };
    const headers = columns.map(({ column }: { column: string }) => column);
    const saved = await lead.call('PUT', '/api/v1/column-mappings', { body: { headers, mapping } });
    expect(saved.body).toMatchObject({ headers, mapping, savedBy: door.people.lead.actor.name });

    const other =
      'BETEKENIS van het woord;woord;soort begrip;stand;wetsartikel\nIets dat zo heet.;iets;Handeling;klaar;x\n';
    const again = await previewOf((await send('ander.csv', other)).body.id);
    expect(again).toMatchObject({ detected: { mapping: 'saved' }, saved: { id: saved.body.id } });
    const errors = `Lexport rij;Lexport melding;${other}`;
    const corrected = await previewOf((await send('fouten.csv', errors)).body.id);
    expect(corrected).toMatchObject({ detected: { dialect: 'error_file', mapping: 'saved' } });
    const elsewhere = (await send('lijst.csv', OWN_TABLE, door.outsider.client)).body.id;
    expect(await previewOf(elsewhere, {}, door.outsider.client)).toMatchObject({
      detected: { mapping: 'needed' },
      saved: null,
    });
  });

  it('is one for each set of names, can be forgotten, and leaves a trail', async () => {
    const put = (use: string) =>
      lead.call('PUT', '/api/v1/column-mappings', {
        body: { headers: ['kolom a'], mapping: { columns: [{ column: 'kolom a', use }] } },
      });
    const [first, second] = [await put('term'), await put('definition')];
    expect(second.body.id).toBe(first.body.id);
    expect((await lead.get('/api/v1/column-mappings')).body.items[0]).toMatchObject({
      id: first.body.id,
      mapping: { columns: [{ use: 'definition' }] },
    });
    const address = `/api/v1/column-mappings/${first.body.id}`;
    expect((await door.outsider.client.call('DELETE', address)).status).toBe(404);
    expect((await lead.call('DELETE', address)).status).toBe(200);
    expect((await lead.call('DELETE', address)).status).toBe(404);
    const { rows } = await door.database.pool.query(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id`,
      [first.body.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'column_mapping.saved',
      'column_mapping.saved',
      'column_mapping.forgotten',
    ]);
  });
});
