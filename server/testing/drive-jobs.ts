import { buffer } from 'node:stream/consumers';
import JSZip from 'jszip';
import type { NewJob } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { assess } from '#db/assess.ts';
import { inTransaction } from '#db/client.ts';
import type { ItemFailure } from '#db/queries/end-items.ts';
import { insertDefinitions } from '#db/queries/insert-definitions.ts';
import { readProgressRow } from '#db/queries/read-progress.ts';
import { writeRelations } from '#db/queries/write-relations.ts';
import { toRowImage } from '#db/row-image.ts';
import { type SampleDefinition, sample } from '#db/seed/sample-definitions/sample-definition.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import type { ArtifactKind } from '#domain/artifact-kinds.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { definitionFile } from '#domain/definition-file.ts';
import type { ItemOutcome } from '#domain/item-outcome.ts';
import type { Progress } from '#domain/progress.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { readJob } from '#server/batches/read-job.ts';
import { editDefinition } from '#server/definitions/edit-definition.ts';
import { openArtifact } from '#server/uploads/open-artifact.ts';
import type { Product } from './start-product.ts';
import { uploadZip } from './upload-files.ts';

type ImportOptions = Extract<NewJob, { operation: 'import' }>['options'];
type ExportOptions = Extract<NewJob, { operation: 'export' }>['options'];
type Direct = 'validate' | 'delete' | 'restore';
type DirectOptions = Partial<Extract<NewJob, { operation: 'delete' }>['options']>;
type UpdateOptions = Partial<Extract<NewJob, { operation: 'update' }>['options']>;
type QueryOptions = Partial<Extract<NewJob, { operation: 'query' }>['options']>;
type Selection = Extract<NewJob, { operation: 'export' }>['selection'];

const UNTIL_MS = 100_000;
const IMPORT: ImportOptions = { chunkSize: 20, parallelism: 2, onError: 'continue', conflict: 'skip', confirm: false };
const DIRECT = { chunkSize: 20, parallelism: 2, onError: 'continue' } as const;
const EXPORT: ExportOptions = { chunkSize: 20, parallelism: 2, formats: ['json'] };

/** A definition that is in order, told apart by its term. */
export function definitionOf(term: string, more: Partial<SampleDefinition> = {}): DefinitionContent {
  return sample({
    term,
    definition: `persoon of zaak die in een proef als ${term} wordt aangeduid`,
    category: 'type',
    organisationalContext: ['Rechtspraak'],
    legalContext: ['Strafrecht'],
    legalBasis: ['art. 27 Sv'],
    ...more,
  });
}

/** `count` of them, told apart by a number. */
export function definitionsOf(name: string, count: number, more: Partial<SampleDefinition> = {}): DefinitionContent[] {
  return Array.from({ length: count }, (_, index) => definitionOf(`${name} ${String(index).padStart(4, '0')}`, more));
}

/** A definition as the text of a file; with `id` it is about the definition that has it. */
export function fileOf(content: DefinitionContent, { id, version }: { id?: string; version?: number } = {}): string {
  return JSON.stringify({ ...definitionFile(content), ...(id ? { id } : {}), ...(version ? { version } : {}) });
}

/** The files of an upload, one per definition, in the order of the list. */
export function filesOf(contents: readonly DefinitionContent[], ids: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    contents.map((content, index) => {
      const id = ids[index];
      return [`${String(index).padStart(6, '0')}.json`, fileOf(content, id ? { id } : {})];
    }),
  );
}

/** What a test does again and again as one person of one organisation. */
export function driveJobs({ services }: Pick<Product, 'services'>, actor: Actor) {
  const { pool } = services;

  async function start(job: NewJob): Promise<string> {
    const batch = await createBatch(services, actor, { jobs: [job] });
    return batch.jobs[0]?.id as string;
  }

  return {
    start,
    upload: (files: Record<string, string | Buffer>) => uploadZip(services, actor, files),
    import: (uploadId: string, options: Partial<ImportOptions> = {}) =>
      start({ operation: 'import', uploadId, options: { ...IMPORT, ...options } }),
    async importOf(contents: readonly DefinitionContent[], options: Partial<ImportOptions> = {}) {
      const uploadId = await uploadZip(services, actor, filesOf(contents));
      return start({ operation: 'import', uploadId, options: { ...IMPORT, ...options } });
    },
    export: (selection: Selection, options: Partial<ExportOptions> = {}) =>
      start({ operation: 'export', selection, options: { ...EXPORT, ...options } }),
    update: (selection: Selection, options: UpdateOptions) =>
      start({
        operation: 'update',
        selection,
        options: { ...DIRECT, reason: 'volgens afspraak', confirm: false, ...options },
      }),
    query: (terms: string[], options: QueryOptions = {}) =>
      start({
        operation: 'query',
        terms,
        options: {
          chunkSize: 20,
          parallelism: 2,
          formats: ['json', 'csv'],
          includeSynonyms: true,
          fuzzy: false,
          ...options,
        },
      }),
    /** Starts an operation that writes as it goes. */
    direct(operation: Direct, selection: Selection, { reason = 'volgens afspraak', ...options }: DirectOptions = {}) {
      if (operation === 'validate') return start({ operation, selection, options: { ...DIRECT, ...options } });
      return start({ operation, selection, options: { ...DIRECT, ...options, reason } });
    },

    /** Waits until the snapshot of a job says this. */
    async until(jobId: string, said: (progress: Progress) => boolean): Promise<Progress> {
      const deadline = Date.now() + UNTIL_MS;
      for (;;) {
        const progress = (await readProgressRow(pool, jobId))?.progress;
        if (progress && said(progress)) return progress;
        if (Date.now() > deadline) throw new Error(`The job never said so: ${JSON.stringify(progress)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },

    job: (jobId: string): Promise<Job> => readJob(services, actor, jobId),

    /** Puts definitions there without a job; answers their ids in the order of the list. */
    async store(contents: readonly DefinitionContent[]): Promise<string[]> {
      const rows = contents.map((content) => ({
        id: uuidV7(),
        image: toRowImage(content, assess(content, DEFAULT_RULE_SETTINGS)),
      }));
      const { organisationId, id: userId } = actor;
      await inTransaction(pool, async (sql) => {
        const added = await insertDefinitions(sql, { organisationId, userId, reason: 'test', rows });
        if (added.length !== rows.length) throw new Error('Some definitions were there already');
        await writeRelations(
          sql,
          added.map(({ id }) => id),
        );
      });
      return rows.map(({ id }) => id);
    },

    edit: (id: string, definition: string) =>
      editDefinition(services, actor, { id, version: null, patch: { definition, reason: 'intussen' } }),

    /** Somebody changes all of these, each into a version that says something else. */
    async editAll(ids: readonly string[]): Promise<void> {
      await pool.query(
        `WITH changed AS (
           UPDATE definitions SET definition = definition || ', intussen', version = version + 1,
             content_hash = encode(sha256(convert_to(content_hash, 'UTF8')), 'hex') WHERE id = ANY ($1::uuid[])
           RETURNING id, version, definition, content_hash)
         INSERT INTO definition_versions (definition_id, version, snapshot, content_hash)
         SELECT c.id, c.version, v.snapshot || jsonb_build_object('definition', c.definition, 'content_hash', c.content_hash),
           c.content_hash FROM changed c JOIN definition_versions v ON v.definition_id = c.id AND v.version = c.version - 1`,
        [ids],
      );
    },

    /** How the items of a job ended, by outcome or by what they failed of. */
    async outcomes(jobId: string): Promise<Record<string, number>> {
      const { rows } = await pool.query<{ outcome: string; count: number }>(
        `SELECT status || coalesce(' ' || problem_code, '') AS outcome, count(*)::int AS count
         FROM job_items WHERE job_id = $1 GROUP BY 1`,
        [jobId],
      );
      return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
    },

    async items(jobId: string) {
      const { rows } = await pool.query<
        ItemFailure & { status: ItemOutcome; term: string | null; definitionId: string | null; workOrder: number }
      >(
        `SELECT position, problem_code AS code, problem_detail AS detail, status, term, definition_id AS "definitionId",
           work_order AS "workOrder" FROM job_items WHERE job_id = $1 ORDER BY position`,
        [jobId],
      );
      return rows;
    },

    /** Term, state and content hash of everything the organisation has: equal before and after means that nothing was written. */
    async contents(): Promise<Record<string, string>> {
      const { rows } = await pool.query<{ id: string; hash: string }>(
        `SELECT id, concat_ws(' ', term, status, content_hash, approved_by, CASE WHEN deleted_at IS NOT NULL THEN 'deleted' END)
           AS hash FROM definitions WHERE organisation_id = $1`,
        [actor.organisationId],
      );
      return Object.fromEntries(rows.map(({ id, hash }) => [id, hash]));
    },

    /** The one file of this kind that a job made, as a download gives it. */
    async download(jobId: string, kind: ArtifactKind): Promise<Buffer> {
      const artifact = (await readJob(services, actor, jobId)).artifacts.find((one) => one.kind === kind);
      if (!artifact) throw new Error(`The job has no ${kind}`);
      const { read } = await openArtifact(services, actor, artifact.id);
      return buffer(await read(null));
    },
  };
}

/** The entries of an archive as text, by name. */
export async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir);
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  );
}
