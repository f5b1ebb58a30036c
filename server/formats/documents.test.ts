import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_CONTENT } from '#domain/definition.ts';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { anyRecords } from './testing/any-content.ts';
import { convert, haveProgram, textOfPdf } from './testing/office-programs.ts';
import { xlsxWriter } from './write-definitions-xlsx.ts';
import { docxWriter } from './write-docx.ts';
import { pdfWriter } from './write-pdf.ts';

const FACTS: WriteFacts = {
  title: 'Begrippen van de "proef" & <meer>',
  application: 'Lexport 1.0',
  organisation: 'Proefparket',
  createdAt: '2026-01-31T12:00:00.000Z',
  classification: 'vertrouwelijk',
};

function recordOf(number: number): WriteRecord {
  return {
    content: {
      ...EMPTY_CONTENT,
      category: 'type',
      term: `begrip ${number}`,
      definition: `wat onder begrip ${number} wordt verstaan, <zo> & "anders"`,
      explanation: 'eerste regel\ntweede regel',
      synonyms: ['007', '=1+1'],
      legalBasis: ['art. 94 Sv'],
    },
    meta: {
      id: `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      version: 2,
      contentHash: 'ab'.repeat(32),
    },
  };
}
const RECORDS = Array.from({ length: 30 }, (_, index) => recordOf(index));

async function bytesOf(writer: Writer, records: readonly WriteRecord[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)));
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lexport-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([docxWriter, pdfWriter])('a document in $name', (writer) => {
  it('is written whatever is in the definitions, and counts them all again', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        expect(await writer.count?.(await bytesOf(writer, records))).toBe(records.length);
      }),
      { numRuns: 25, seed: 20_260_131 },
    );
  }, 120_000);

  it('is no longer counted when a byte of it is lost', async () => {
    const bytes = await bytesOf(writer, RECORDS);
    const half = Buffer.concat([bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2 + 1)]);
    await expect(Promise.resolve(writer.count?.(half))).rejects.toThrow();
  });
});

describe('a Word document', () => {
  it('has a heading per term, its properties, and its classification on every page', async () => {
    const zip = await JSZip.loadAsync(await bytesOf(docxWriter, RECORDS));
    const part = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
    const text = await part('word/document.xml');
    expect(text.match(/w:val="Heading2"/g)).toHaveLength(RECORDS.length);
    expect(text).toContain('wat onder begrip 7 wordt verstaan, &lt;zo&gt; &amp; &quot;anders&quot;');
    expect(text).toContain(
      '<w:t xml:space="preserve">eerste regel</w:t><w:br/><w:t xml:space="preserve">tweede regel</w:t>',
    );
    expect(text.match(/<w:tbl>/g)).toHaveLength(RECORDS.length);
    const styles = await part('word/styles.xml');
    for (const style of new Set(Array.from(text.matchAll(/w:(?:p|r|tbl)Style w:val="(\w+)"/g), ([, name]) => name)))
      expect(styles).toContain(`w:styleId="${style}"`);
    expect(await part('word/footer1.xml')).toMatch(/ PAGE .* NUMPAGES /s);
    expect(await part('word/header1.xml')).toContain('VERTROUWELIJK');
    expect(await part('docProps/core.xml')).toContain(
      '<dc:title>Begrippen van de &quot;proef&quot; &amp; &lt;meer&gt;</dc:title>',
    );
    expect(await part('docProps/custom.xml')).toContain('name="Rubricering"><vt:lpwstr>Vertrouwelijk</vt:lpwstr>');
    expect(await part('docProps/custom.xml')).toContain('<vt:i4>30</vt:i4>');
  });
});

describe('a document in English', () => {
  const facts: WriteFacts = { ...FACTS, language: 'en' };
  const english = { ...recordOf(1), content: { ...recordOf(1).content, language: 'en', validFrom: '2026-01-01' } };

  it('has its labels, its marking and its properties in English, and says which text is Dutch', async () => {
    const written = Buffer.concat(await Array.fromAsync(docxWriter.write([recordOf(0), english], facts)));
    const zip = await JSZip.loadAsync(written);
    const part = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
    const text = await part('word/document.xml');
    for (const label of [
      'Legal basis',
      'from 2026-01-01',
      'Status',
      'Reference',
      'version 2',
      'Draft · Internal · Dutch',
    ])
      expect(text).toContain(label);
    expect(text.match(/<w:lang w:val="nl-NL"\/>/g)).toHaveLength(2);
    expect(await part('word/header1.xml')).toContain('CONFIDENTIAL');
    expect(await part('word/footer1.xml')).toContain('Page ');
    expect(await part('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
    expect(await part('docProps/custom.xml')).toContain('name="Classification"><vt:lpwstr>Confidential</vt:lpwstr>');
    const everything = await Promise.all(Object.keys(zip.files).map(part));
    expect(everything.join()).not.toMatch(
      /Juridische definities|Pagina|Rubricering|Wettelijke basis|Vertrouwelijk|Gemaakt met|Veldnaam/,
    );
  });

  it('is the same in PDF', async () => {
    const written = Buffer.concat(await Array.fromAsync(pdfWriter.write([recordOf(0), english], facts)));
    const text = written.toString('latin1');
    expect(text).toContain('<pdf:Keywords>Confidential</pdf:Keywords>');
    expect(text).toContain('/Lang (en-GB)');
    expect(text.match(/\/Lang \(nl-NL\)/g)).toHaveLength(2);
  });
});

describe('a PDF', () => {
  it('has the text itself beside what it cannot draw, and no box in it for what nobody can read', async () => {
    const odd = { ...recordOf(1), content: { ...recordOf(1).content, definition: 'de 中文 van iets' } };
    const text = Buffer.concat(await Array.fromAsync(pdfWriter.write([odd], FACTS))).toString('latin1');
    expect(text.match(/\/ActualText /g)).toHaveLength(1);
    expect(pdfWriter.remarks?.(odd)).toMatchObject([{ code: 'pdf_characters_missing' }]);
    expect(pdfWriter.remarks?.(recordOf(2))).toEqual([]);
  });

  it('is tagged, in Dutch, with a bookmark per letter and per term', async () => {
    const text = (await bytesOf(pdfWriter, RECORDS)).toString('latin1');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (nl-NL)');
    expect(text.match(/\/S \/Table\b/g)).toHaveLength(RECORDS.length);
    expect(text.match(/\/S \/H2\b/g)).toHaveLength(1);
    expect(text.match(/\/Dest \[/g)?.length).toBe(RECORDS.length + 1);
  });

  it('marks what nobody classified as strictly as it can', async () => {
    const { classification: _, ...facts } = FACTS;
    const bytes = Buffer.concat(await Array.fromAsync(pdfWriter.write(RECORDS.slice(0, 1), facts)));
    expect(bytes.includes('<pdf:Keywords>Vertrouwelijk</pdf:Keywords>')).toBe(true);
  });
});

describe('another program', () => {
  const file = async (name: string, writer: Writer) => {
    const path = join(folder, name);
    await writeFile(path, await bytesOf(writer, RECORDS));
    return path;
  };

  it('opens the Word document and shows every term and its text', async () => {
    const path = await file('woord.docx', docxWriter);
    if (!(await haveProgram('soffice'))) return expectWholeXml(path);
    const text = await readFile(await convert(path, folder, 'txt:Text (encoded):UTF8'), 'utf8');
    for (const { content } of RECORDS) expect(text).toContain(`${content.term}\n`);
    expect(text).toContain('wat onder begrip 7 wordt verstaan, <zo> & "anders"');
    expect(text).toContain('Toelichting');
  }, 600_000);

  it('opens the workbook and shows every cell as the text it is', async () => {
    const path = await file('werkmap.xlsx', xlsxWriter);
    if (!(await haveProgram('soffice'))) return expectWholeXml(path);
    const csv = await readFile(await convert(path, folder, 'csv:Text - txt - csv (StarCalc):44,34,76'), 'utf8');
    const rows: string[][] = parse(csv, { relax_column_count: true });
    expect(rows[0]).toEqual(expect.arrayContaining(['Begrip', 'Definitie', 'Synoniemen']));
    expect(rows).toHaveLength(RECORDS.length + 1);
    const synonyms = rows[0]?.indexOf('Synoniemen') ?? -1;
    expect(new Set(rows.slice(1).map((row) => row[synonyms]))).toEqual(new Set(['007; =1+1']));
  }, 600_000);

  it('reads the PDF: every term, the classification and the number on each page', async () => {
    const path = await file('document.pdf', pdfWriter);
    if (!(await haveProgram('pdftotext'))) {
      expect((await readFile(path)).toString('latin1').match(/\/S \/H3\b/g)).toHaveLength(RECORDS.length);
      return;
    }
    const pages = (await textOfPdf(path)).split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('VERTROUWELIJK');
      expect(page).toMatch(new RegExp(`Pagina ${index + 1}\\s*$`));
    }
    const all = pages.join('\n');
    for (const { content } of RECORDS)
      expect(all).toContain(`wat onder ${content.term} wordt verstaan, <zo> & "anders"`);
  }, 600_000);
});

/** Where nothing else can open it: every part is XML, and the definitions are in it. */
async function expectWholeXml(path: string): Promise<void> {
  const zip = await JSZip.loadAsync(await readFile(path));
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  let all = '';
  for (const part of parts) {
    const text = await part.async('string');
    new SaxesParser().write(text).close();
    all += text;
  }
  for (const { content } of RECORDS) expect(all).toContain(content.term);
}
