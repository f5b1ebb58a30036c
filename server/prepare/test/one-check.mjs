import { heading } from './run-stage.mjs';

/**
 * A check that passes or fails as a whole: its output is of interest only when it fails.
 * @param {string} title
 * @param {{ code: number, output: string, seconds: number }} result
 */
export function oneCheck(title, { code, output, seconds }) {
  heading(`${title}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [title] };
}
