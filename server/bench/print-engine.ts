import { loadavg } from 'node:os';
import type { EngineResult, Row } from './measure-engine.ts';
import { aligned, machine, ms, rounded } from './print-results.ts';

/** The rows of the engine for people, what each is to reach, then everything as one line of JSON. */
export function printEngine(result: EngineResult): void {
  const { lanes, lanesAway, chunks, processors, recovery, watching, undo } = result;
  const rows = (what: string, of: readonly Row[]) =>
    of.map(({ setting, ms: took, itemsPerSecond, timesTheFirst }) => [
      `${what} ${setting}`,
      ms(took),
      String(Math.round(itemsPerSecond)),
      `${timesTheFirst.toFixed(2)} x`,
    ]);
  const table = [
    ['what', 'took', 'per second', 'of the first'],
    ...rows('lanes', lanes),
    ...rows('1 ms away, lanes', lanesAway),
    ...rows('chunk', chunks),
    ...rows('processors', processors),
  ];
  const load = loadavg()[0] ?? 0;
  console.log(`\n${aligned(table)}\n`);
  for (const [where, of] of [
    ['', lanes],
    [', Postgres 1 ms away', lanesAway],
  ] as const) {
    const four = of.find(({ setting }) => setting === '4')?.timesTheFirst ?? 0;
    reach(`4 lanes against 1${where}`, `${four.toFixed(2)} x`, 'at least 2 x', four >= 2);
  }
  const { medianMs, worstMs, kills } = recovery;
  const recovered = `median ${ms(medianMs)}, worst ${ms(worstMs)} of ${kills}`;
  reach('recovery after kill -9', recovered, 'under 15 s, worst under 30 s', medianMs < 15_000 && worstMs < 30_000);
  const age = `p50 ${ms(watching.p50Ms)}, p95 ${ms(watching.p95Ms)} of ${watching.events} events at ${watching.clients} clients`;
  reach('age of a progress event', age, 'p95 under 250 ms', watching.p95Ms < 250);
  const taken = `${ms(undo.productMs)} against ${ms(undo.baselineMs)}, ${undo.ratio.toFixed(2)} x`;
  reach(`undo of ${undo.items} against writing them`, taken, 'at most 1.5 x', undo.ratio <= 1.5);
  console.log(`\nLoad of the machine meanwhile: ${load.toFixed(1)}\n`);
  console.log(JSON.stringify({ bench: 'lexport', machine: machine(), load, engine: result }, rounded));
}

function reach(what: string, seen: string, target: string, reached: boolean): void {
  console.log(`${reached ? 'reached' : 'MISSED '}  ${what}: ${seen} (${target})`);
}
