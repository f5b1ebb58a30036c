import { expect, it } from 'vitest';
import { newJobSchema } from '#contract/batches.ts';
import { EXPORT_FORMATS } from '#domain/export-formats.ts';
import { exportJobs, PLAIN_EXPORT } from './export-choices.ts';
import { ALL_KINDS } from './redaction-choice.ts';

const SELECTION = { ids: ['0190a000-0000-7000-8000-000000000001'] };

it('is one export of JSON as long as nobody chooses anything', () => {
  expect(exportJobs(SELECTION, {}, PLAIN_EXPORT, 'nl')).toEqual([
    { operation: 'export', selection: SELECTION, options: { formats: ['json'] } },
  ]);
});

it('is one export of several formats, or one for each, that the server takes', () => {
  const formats = [...EXPORT_FORMATS];
  expect(exportJobs(SELECTION, {}, { ...PLAIN_EXPORT, formats }, 'nl')).toHaveLength(1);
  const apart = exportJobs(SELECTION, { chunkSize: 20 }, { ...PLAIN_EXPORT, formats, packing: 'apart' }, 'en') ?? [];
  expect(apart.map(({ name }) => name)).toContain('CSV for Excel');
  for (const job of apart) expect(newJobSchema.safeParse(job).error).toBeUndefined();
});

it('says the language of documents only where there is one, and as the pages are unless somebody chose', () => {
  const formats = ['json', 'pdf', 'xlsx'] as const;
  const options = (choices: typeof PLAIN_EXPORT) =>
    exportJobs(SELECTION, {}, choices, 'en')?.map((job) => job.options as { language?: string });
  expect(options({ ...PLAIN_EXPORT, formats })?.map(({ language }) => language)).toEqual(['en']);
  expect(options({ ...PLAIN_EXPORT, formats, language: 'nl' })?.map(({ language }) => language)).toEqual(['nl']);
  const apart = options({ ...PLAIN_EXPORT, formats, packing: 'apart' });
  expect(apart?.map(({ language }) => language)).toEqual([undefined, 'en', 'en']);
});

it('is nothing without a format', () => {
  expect(exportJobs(SELECTION, {}, { ...PLAIN_EXPORT, formats: [] }, 'nl')).toBeNull();
});

it('has placeholders when asked, for all kinds or some', () => {
  const jobs = exportJobs(SELECTION, {}, { ...PLAIN_EXPORT, redaction: ALL_KINDS }, 'nl') ?? [];
  expect(jobs[0]).toMatchObject({ options: { formats: ['json'], redaction: { keepCaseReferences: true } } });
  const some = { kinds: ['bsn' as const], keepCaseReferences: false };
  expect(exportJobs(SELECTION, {}, { ...PLAIN_EXPORT, redaction: some }, 'nl')?.[0]).toMatchObject({
    options: { redaction: some },
  });
  expect(exportJobs(SELECTION, {}, { ...PLAIN_EXPORT, redaction: { ...some, kinds: [] } }, 'nl')).toBeNull();
});
