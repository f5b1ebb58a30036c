import { join } from 'node:path';
import { type GeneratedFile, generateFiles } from '#db/seed/generate-files.ts';
import { createRandom } from '#db/seed/random.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import type { Fault } from '#server/chaos/fault.ts';
import { type Ground, openGround } from '#server/chaos/ground.ts';
import type { Started } from '#server/chaos/processors.ts';
import { repeat } from '#server/live/repeat.ts';

const JOBS = 5;
const ITEMS = 10_000;
const BYTES_EACH = 10_000;
/** As many as an archive may hold; planned, which is when all of them are looked at, and then rejected. */
const MOST_ENTRIES = 100_000;
const LIMIT_MB = 512;
/** Of memory that differs a little from job to job. */
const MOST_GROWTH = 1.15;
const MB = 1024 * 1024;

/** F17: job after job of large items in one processor, and an archive of as many as there may be; its memory stays what it is. */
export const largeItems: Fault = {
  name: '5 jobs of items of 10 kB in one processor, and an archive of 100 000',
  share: 0.15,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f17');
    const [items, entries] = [ITEMS, MOST_ENTRIES].map((most) => Math.round(most * Math.min(1, order.scale))) as [
      number,
      number,
    ];
    const archive = join(order.server.folder, 'large.zip');
    await writeZipFile(archive, enlarged(items));
    const processor = ground.processor();
    const peaks: number[] = [];
    for (let job = 0; job < JOBS; job++)
      peaks.push(
        await peakOf(processor, async () => {
          await ground.startUpload(archive);
          await ground.untilEnded();
        }),
      );
    const [, second = 0] = peaks;
    const last = peaks.at(-1) ?? 0;
    const ofMany = await peakOf(processor, () => planAndReject(ground, entries));
    return await ground.conclude(
      `${JOBS} jobs of ${items} items of ${BYTES_EACH / 1000} kB, an archive of ${entries}`,
      [
        {
          what: `memory stays under ${LIMIT_MB} MB`,
          seen: `${peaks.join(', ')} MB at most, job by job, ${ofMany} for the archive`,
          holds: Math.max(...peaks, ofMany) < LIMIT_MB,
        },
        {
          what: 'memory does not grow',
          seen: `${second} MB in the second job, ${last} in the last`,
          holds: last <= second * MOST_GROWTH,
        },
      ],
      ['completed', 'cancelled'],
    );
  },
};

/** The most memory, in MB, that the processor had while this was done. */
async function peakOf(processor: Started, work: () => Promise<void>): Promise<number> {
  let peak = 0;
  const look = async () => {
    peak = Math.max(peak, processor.memory() / MB);
  };
  const measuring = repeat(100, look, () => {});
  await work();
  measuring.stop();
  return Math.round(peak);
}

async function planAndReject(ground: Ground, entries: number): Promise<void> {
  const { jobId, actor } = await ground.startImport(entries, { confirm: true });
  await ground.untilPlanned();
  await confirmPlan(ground.services, actor, jobId, { decision: 'reject' });
  await ground.untilEnded();
}

/** Generated definitions with an explanation that brings each to about ten thousand bytes. */
function* enlarged(count: number): Generator<GeneratedFile> {
  const random = createRandom(1);
  for (const { name, text } of generateFiles({ count })) {
    const explanation = words(random.fraction, BYTES_EACH - text.length);
    yield { name, text: JSON.stringify({ ...JSON.parse(text), explanation }) };
  }
}

function words(fraction: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += `${Math.floor(fraction() * 36 ** 6).toString(36)} `;
  return text.slice(0, Math.max(0, length)).trim();
}
