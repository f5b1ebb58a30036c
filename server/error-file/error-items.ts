import type pg from 'pg';
import { readFailedItems, type StagedRow } from '#db/queries/staged-items.ts';

const RUN = 500;

/** The items of an import that failed, or will when its plan is carried out, a run at a time. */
export async function* errorItems(pool: pg.Pool, jobId: string): AsyncGenerator<StagedRow[]> {
  for (let after = -1; ; ) {
    const rows = await readFailedItems(pool, jobId, after, RUN);
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
    yield rows;
  }
}
