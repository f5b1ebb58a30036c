import { buildWhenNeeded } from '#server/prepare/build.mjs';
import { oneCheck } from './one-check.mjs';

/** The pages build; the browser tests, and those that start the whole product, need them. */
export async function buildPages({ root }) {
  const startedAt = performance.now();
  const error = await buildWhenNeeded(root).then(
    () => undefined,
    (reason) => reason,
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return oneCheck('Pages build (next build)', { code: error ? 1 : 0, output: String(error?.message ?? ''), seconds });
}
