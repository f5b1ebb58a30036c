import { allChunkOutputs } from '#db/queries/export-items.ts';
import type { readReportOf } from '#db/queries/read-report.ts';
import { findSurfaces } from '#domain/redaction/find-in-content.ts';
import { mapJson } from '#domain/redaction/map-texts.ts';
import { redactText } from '#domain/redaction/redact-content.ts';
import { resolveOverlaps } from '#domain/redaction/resolve-overlaps.ts';
import type { Work } from '#server/operations/operation.ts';
import { type Counts, openRedactor, type RedactionOptions, replacementOf } from '#server/operations/redact/redactor.ts';
import type { StoredChunk } from './chunk-draft.ts';
import type { ExportFacts } from './export-facts.ts';

type Report = Awaited<ReturnType<typeof readReportOf>>;

/** Redacts what an export says of itself: a search for a number is in the selection, and people name batches after cases. */
export async function redactFacts(work: Work, facts: ExportFacts): Promise<ExportFacts> {
  const options = work.job.options.redaction as RedactionOptions | undefined;
  if (!options) return facts;
  const redactor = await openRedactor(work, options);
  const redact = await textRedactor(work, [facts.title, JSON.stringify(facts.selection)]);
  const counts: Counts = {};
  for await (const { redactions = {} } of allChunkOutputs<StoredChunk>(work.pool, work.job.id))
    for (const [kind, count] of Object.entries(redactions) as [keyof Counts, number][])
      counts[kind] = (counts[kind] ?? 0) + count;
  const caseReferences = redactor.keepCaseReferences ? 'kept' : 'redacted';
  return {
    ...facts,
    title: redact(facts.title),
    selection: mapJson(facts.selection, redact, 'selection') as ExportFacts['selection'],
    redactions: counts,
    redaction: { kinds: [...redactor.kinds], caseReferences },
  };
}

/** The report as it goes into the archive: terms and names in it are as in the files. */
export async function redactReport(work: Work, report: Report): Promise<Report> {
  if (work.job.options.redaction === undefined) return report;
  const texts = [report.name, ...report.errors.flatMap(({ examples }) => examples.map(({ term }) => term ?? ''))];
  const redact = await textRedactor(work, texts);
  const maybe = (text: string | null) => (text === null ? null : redact(text));
  return {
    ...report,
    name: redact(report.name),
    errors: report.errors.map((error) => ({
      ...error,
      examples: error.examples.map((example) => ({ ...example, term: maybe(example.term) })),
    })),
  };
}

/** Redacts texts of which `texts` are all there are, or hold them all. */
async function textRedactor(work: Work, texts: readonly string[]): Promise<(text: string) => string> {
  const redactor = await openRedactor(work, work.job.options.redaction as RedactionOptions);
  const hits = texts.flatMap((text) =>
    redactor.find(text).map((hit) => ({ ...hit, surface: text.slice(hit.start, hit.end) })),
  );
  const replacement = replacementOf(await redactor.number(hits));
  const surfaces = new Map(hits.map(({ surface, kind, value }) => [surface, { kind, value }]));
  return (text) => redactText(text, resolveOverlaps(findSurfaces(text, surfaces)), replacement);
}
