import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import type { WriteRecord, Writer } from '#server/formats/format.ts';
import { WRITERS } from '#server/formats/formats.ts';
import { definitionOf, definitionsOf, driveJobs, fileOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes } from '#server/testing/upload-files.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const FACTS = { title: 'proef', application: 'Lexport', organisation: 'proef', createdAt: '2026-01-31T12:00:00Z' };
const OWN = WRITERS.filter(({ name }) => /^(?:json-lines|csv|yaml|markdown|tbx)/.test(name));

async function fileIn(writer: Writer, records: readonly WriteRecord[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writer.write(records, FACTS)));
}

const unstored = (contents: readonly DefinitionContent[]) => contents.map((content) => ({ content, meta: null }));

it('takes an archive with all kinds of files in, and says of each bad one what is wrong with it', async () => {
  const files: Record<string, string | Buffer> = {
    'definities/een.json': fileOf(definitionOf('gemengd json')),
    'tbx/kapot.tbx': '<tbx><text><body><conceptEntry id="a"><langSec></conceptEntry></body></text></tbx>',
    'yaml/kapot.yaml': 'term: "x\n',
    'kader/kader.md': '# Kader\n\n### Gemengd kader\n\n> iets dat in een kader staat.\n\nBron: Art. 94 [[Sv]]\n',
    'leesmij.docx': 'x',
  };
  for (const writer of OWN) {
    files[`${writer.name}/alle.${writer.extension}`] = await fileIn(
      writer,
      unstored(definitionsOf(`gemengd ${writer.name}`, 3)),
    );
  }
  const jobId = await drive.import(await drive.upload(files));
  await product.until(jobId, 'completed_with_errors');
  expect(await drive.outcomes(jobId)).toEqual({
    succeeded: 2 + OWN.length * 3,
    'failed xml_broken': 1,
    'failed yaml_broken': 1,
    'failed format_unknown': 1,
  });
});

it.each(OWN.map((writer) => [writer.name, writer] as const))(
  'finds nothing changed in its own file as %s',
  async (name, writer) => {
    const contents = [
      definitionOf(`terug ${name}`, {
        synonyms: ['=plus', 'a; b'],
        explanation: 'Regel één.\n\n# geen kop',
        extras: { eigen: [1, '007'] },
        status: 'review',
        validFrom: '2024-01-31',
        relations: [{ type: 'broader', targetId: null, targetTerm: 'nergens' }],
      }),
      ...definitionsOf(`terug ${name}`, 5),
    ];
    const ids = await drive.store(contents);
    const before = await drive.contents();
    const records = contents.map((content, index) => ({
      content,
      meta: { id: ids[index] as string, version: 1, contentHash: '0'.repeat(64) },
    }));
    const bytes = await fileIn(writer, records);
    const uploadId = await uploadBytes(product.services, lead, `terug.${writer.extension}`, bytes);
    const jobId = await drive.import(uploadId, { conflict: 'overwrite' });
    await product.until(jobId, 'completed');
    expect((await drive.job(jobId)).plan).toEqual({ unchanged: 6 });
    expect(await drive.contents()).toEqual(before);
  },
);

it('takes a cited ruling over as a case reference of a new definition, and leaves those of one that is there alone', async () => {
  const source = [{ title: 'ECLI:NL:HR:2024:1', uri: null, citation: null }];
  const foreign = `term: aangehaalde uitspraak\ndefinition: uitspraak die iemand aanhaalt\nsources: ${JSON.stringify(source)}\n`;
  const bring = async (name: string, text: string) => {
    const uploadId = await uploadBytes(product.services, lead, name, Buffer.from(text));
    const jobId = await drive.import(uploadId, { conflict: 'overwrite' });
    await product.until(jobId, 'completed');
    return (await drive.job(jobId)).plan;
  };
  const stored = async () => {
    const { rows } = await product.services.pool.query<{ references: unknown }>(
      `SELECT case_references AS references FROM definitions WHERE term = 'aangehaalde uitspraak'`,
    );
    return rows.map(({ references }) => references);
  };
  expect(await bring('nieuw.yaml', foreign)).toEqual({ new: 1 });
  expect(await stored()).toEqual([[{ kind: 'ecli', value: 'ECLI:NL:HR:2024:1' }]]);
  expect(await bring('nieuw.yaml', foreign)).toEqual({ unchanged: 1 });
  expect(await bring('zonder.yaml', `${foreign}caseReferences: []\n`)).toEqual({ update: 1 });
  expect(await stored()).toEqual([[]]);
  expect(await bring('nieuw.yaml', foreign)).toEqual({ unchanged: 1 });
});
