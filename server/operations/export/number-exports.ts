import { readFrozenVersions } from '#db/queries/export-items.ts';
import { listToNumber, recordNumbered } from '#db/queries/number-values.ts';
import { contentFromRow } from '#db/row-image.ts';
import type { Work } from '#server/operations/operation.ts';
import { openRedactor, type RedactionOptions } from '#server/operations/redact/redactor.ts';

/** Definitions looked through at once. */
const RUN = 500;

/**
 * Gives every value that the exports of this batch will redact its number, in the order of jobs and items, before the first chunk is
 * rendered: chunks are rendered in any order and by any processor, and a crash repeats some. Once done it is done for good.
 */
export async function numberExports(work: Work & { look(): Promise<void> }): Promise<void> {
  if (work.job.options.redaction === undefined) return;
  for (const { id, options } of await listToNumber(work.pool, work.job.id)) {
    const redactor = await openRedactor(work, options.redaction as RedactionOptions);
    for (let after = -1; ; ) {
      const rows = await readFrozenVersions(work.pool, id, after, RUN);
      const last = rows.at(-1);
      if (!last) break;
      after = last.position;
      const hits = rows.flatMap(({ snapshot }) => (snapshot ? redactor.findIn(contentFromRow(snapshot)) : []));
      await redactor.number(hits);
      await work.look();
    }
    await recordNumbered(work.pool, id);
  }
}
