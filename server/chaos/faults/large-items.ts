import { join } from 'node:path';
import { type GeneratedFile, generateFiles } from '#db/seed/generate-files.ts';
import { createRandom } from '#db/seed/random.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import type { Fault } from '#server/chaos/fault.ts';
import { openGround } from '#server/chaos/ground.ts';
import { repeat } from '#server/live/repeat.ts';

const JOBS = 5;
const ITEMS = 10_000;
const BYTES_EACH = 10_000;
const LIMIT_MB = 512;
/** Of memory that differs a little from job to job. */
const MOST_GROWTH = 1.15;
const MB = 1024 * 1024;

/** F17: job after job of large items in one processor, whose memory stays what it is. */
export const largeItems: Fault = {
  name: '5 jobs of items of 10 kB in one processor',
  share: 0.15,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f17');
    const items = Math.round(ITEMS * Math.min(1, order.scale));
    const archive = join(order.server.folder, 'large.zip');
    await writeZipFile(archive, enlarged(items));
    const processor = ground.processor();
    const peaks: number[] = [];
    for (let job = 0; job < JOBS; job++) {
      let peak = 0;
      const measuring = repeat(
        100,
        async () => {
          peak = Math.max(peak, processor.memory() / MB);
        },
        () => {},
      );
      await ground.startUpload(archive);
      await ground.untilEnded();
      measuring.stop();
      peaks.push(Math.round(peak));
    }
    const [, second = 0] = peaks;
    const last = peaks.at(-1) ?? 0;
    return await ground.conclude(`${JOBS} jobs of ${items} items of ${BYTES_EACH / 1000} kB`, [
      {
        what: `memory stays under ${LIMIT_MB} MB`,
        seen: `${peaks.join(', ')} MB at most, job by job`,
        holds: Math.max(...peaks) < LIMIT_MB,
      },
      {
        what: 'memory does not grow',
        seen: `${second} MB in the second job, ${last} in the last`,
        holds: last <= second * MOST_GROWTH,
      },
    ]);
  },
};

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
