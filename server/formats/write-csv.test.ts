import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { csv } from './csv.ts';
import type { WriteFacts, Writer } from './format.ts';
import { checkAll, readAll } from './read-for-test.ts';
import { csvExcelWriter, csvMachineWriter } from './write-csv.ts';

const FACTS: WriteFacts = { title: 'x', application: 'Lexport', organisation: 'y', createdAt: '2026-01-01T00:00:00Z' };
const textOf = async (writer: Writer, content: Partial<DefinitionContent>) => {
  const whole = { ...EMPTY_CONTENT, term: 'a', definition: 'b c', category: 'type' as const, ...content };
  const pieces = await Array.fromAsync(writer.write([{ content: whole, meta: null }], FACTS));
  return Buffer.concat(pieces).toString();
};

describe('CSV for Excel', () => {
  it('has a byte order mark, semicolons, line ends of Windows and Dutch names', async () => {
    const text = await textOf(csvExcelWriter, {});
    expect(text).toMatch(/^\ufeffId;Begrip;Definitie;Categorie;Status;.*;Formaatversie\r\n;a;b c;type;.*;1\r\n$/s);
  });

  it.each(['=1+1', '+31', '-a', '@x', '＝1', '＋1', '－1', '＠x', "'=1"])(
    'keeps %s from becoming a formula',
    async (term) => {
      const text = await textOf(csvExcelWriter, { term });
      expect(text).toContain(`;'${term};`);
      expect((await checkAll(csv, text))[0]?.content?.term).toBe(term);
    },
  );
});

describe('a cell that begins with white space which programs take for a formula', () => {
  it.each(['\t=1+1', '\r=1+1'])('is a text in Excel, and the same text when it is read (%j)', async (explanation) => {
    const text = await textOf(csvExcelWriter, { explanation });
    expect(text).toContain(`'${explanation}`);
    const [raw] = await readAll(csv, text);
    expect(raw?.fields.explanation).toBe(explanation);
  });
});

describe('CSV for programs', () => {
  it('is RFC 4180 with our own names, and leaves formulas alone', async () => {
    const text = await textOf(csvMachineWriter, { term: '=1+1', definition: 'zegt "a", b\nen c' });
    expect(text).toMatch(/^id,term,definition,category,.*,schemaVersion\r\n,=1\+1,"zegt ""a"", b\nen c",type,/s);
    expect((await checkAll(csv, text))[0]?.content).toMatchObject({ term: '=1+1', definition: 'zegt "a", b\nen c' });
  });
});

describe('a list in a cell', () => {
  it.each([
    [['a', 'b, c'], 'a; b, c'],
    [['a; b', 'c'], '["a; b","c"]'],
    [['"x"@nl'], '["\\"x\\"@nl"]'],
    [[], ''],
  ])('%j is written as %j and comes back', async (synonyms, cell) => {
    const text = await textOf(csvMachineWriter, { synonyms });
    const [raw] = await readAll(csv, text);
    expect(raw?.row?.cells[10]).toBe(cell);
    expect(raw?.fields.synonyms).toEqual(synonyms);
  });

  it('is words for sources, cases and relations that words can tell', async () => {
    const text = await textOf(csvMachineWriter, {
      sources: [{ title: 'Handboek', uri: null, citation: null }],
      caseReferences: [{ kind: 'ecli', value: 'ECLI:NL:HR:2024:1' }],
      relations: [{ type: 'broader', targetId: null, targetTerm: 'strafvordering' }],
    });
    expect(text).toContain(',Handboek,ECLI:NL:HR:2024:1,,');
    expect(text).toContain(',broader: strafvordering,');
  });
});

it('reads a table with tabs', async () => {
  const [raw] = await readAll(csv, 'begrip\tdefinitie\tcategorie\nbeslag\tvast; leggen\tproces\n', 'a.tsv');
  expect(raw?.fields).toMatchObject({ term: 'beslag', definition: 'vast; leggen', category: 'proces' });
});
