import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { xlsx } from './xlsx.ts';

/** Every kind of file definitions can be read from. */
export const FORMATS: readonly Format[] = [json, csv, xlsx];

/** Below this a reader is only guessing. */
const SURE_ENOUGH = 0.2;

/** The reader for a file, judged by its content before its name; null when no reader knows it. */
export function detectFormat(bytes: Uint8Array, fileName: string): Format | null {
  let best: Format | null = null;
  let most = SURE_ENOUGH;
  for (const format of FORMATS) {
    const confidence = format.detect(bytes, fileName);
    if (confidence > most) {
      most = confidence;
      best = format;
    }
  }
  return best;
}
