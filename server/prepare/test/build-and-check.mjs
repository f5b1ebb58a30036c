import { buildPages } from './build-pages.mjs';
import { staticChecks } from './static-checks.mjs';

/** The build of the pages leaves a core idle now and then; what only reads sources is checked meanwhile. */
export async function buildAndCheck(run) {
  const built = buildPages(run);
  const [pages, checks] = await Promise.all([built, staticChecks({ ...run, built })]);
  return { passed: pages.passed + checks.passed, failures: [...pages.failures, ...checks.failures] };
}
