import JSZip from 'jszip';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import { definitionOf, definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let open: string[];
let first: string;
let last: string;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  const secret = { classification: 'vertrouwelijk' } as const;
  [first = ''] = await drive.store([definitionOf('aan het begin', secret)]);
  open = await drive.store(definitionsOf('vrij', 9, { classification: 'openbaar' }));
  [last = ''] = await drive.store([definitionOf('zeker het laatst', secret)]);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

/** The document that the product makes of these, in chunks of three. */
async function documentOf(ids: string[], format: ExportFormat, language?: 'en'): Promise<Buffer> {
  const asked = { formats: [format], packaging: 'file' as const, chunkSize: 3, ...(language ? { language } : {}) };
  const jobId = await drive.export({ ids }, asked);
  await product.until(jobId, 'completed');
  return drive.download(jobId, 'export_file');
}

async function wordParts(bytes: Buffer) {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  return {
    header: await part('word/header1.xml'),
    text: await part('word/document.xml'),
    core: await part('docProps/core.xml'),
    custom: await part('docProps/custom.xml'),
  };
}

describe('a workbook of an export', () => {
  it.each([
    ['Rapport', undefined],
    ['Report', 'en'],
  ] as const)('tells of itself in the language asked for: %s', async (sheet, language) => {
    const zip = await JSZip.loadAsync(await documentOf(open, 'xlsx', language));
    const book = (await zip.file('xl/workbook.xml')?.async('string')) ?? '';
    expect([...book.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual(['Definities', sheet]);
  });
});

describe('a Word document of an export', () => {
  it('is marked as the strictest of its definitions is, in whatever chunk that stands', async () => {
    for (const secret of [first, last]) {
      const { header, custom } = await wordParts(await documentOf([...open, secret], 'docx'));
      expect(header).toContain('VERTROUWELIJK');
      expect(custom).toContain('name="Rubricering"><vt:lpwstr>Vertrouwelijk</vt:lpwstr>');
    }
  });

  it('is marked as open to all when all of its definitions are', async () => {
    const { header, custom } = await wordParts(await documentOf(open, 'docx'));
    expect(header).toContain('OPENBAAR');
    expect(custom).toContain('<vt:lpwstr>Openbaar</vt:lpwstr>');
  });

  it('speaks English of itself when that is asked for, its marking included', async () => {
    const { header, text, core, custom } = await wordParts(await documentOf([...open, last], 'docx', 'en'));
    expect(header).toContain('CONFIDENTIAL');
    expect(text).toContain('Legal basis');
    expect(text).not.toContain('Wettelijke basis');
    expect(core).toContain('<dc:subject>Legal definitions</dc:subject>');
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(custom).toContain('name="Classification"><vt:lpwstr>Confidential</vt:lpwstr>');
  });
});

describe('a PDF of an export', () => {
  it.each([
    ['Vertrouwelijk', () => [...open, last], undefined],
    ['Openbaar', () => open, undefined],
    ['Confidential', () => [...open, last], 'en'],
    ['Public', () => open, 'en'],
  ] as const)(
    'is marked as the strictest of its definitions is, in the language asked for: %s',
    async (marking, ids, language) => {
      const text = (await documentOf(ids(), 'pdf', language)).toString('latin1');
      expect(text).toContain(`<pdf:Keywords>${marking}</pdf:Keywords>`);
      expect(text).toContain(`/Lang (${language ? 'en-GB' : 'nl-NL'})`);
    },
  );
});
