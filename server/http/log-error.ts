import type { Config } from '#server/config.ts';
import { causesOf, createLog } from '#server/log.ts';
import { jobInPath } from './job-in-path.ts';

/** One line for a fault of ours, with the job it was about where the address names one. */
export function logError(
  config: Pick<Config, 'logLevel'>,
  error: unknown,
  about: Readonly<{ path?: string; correlationId?: string; part?: string }> = {},
): void {
  const details = { ...jobInPath(about.path ?? ''), ...about, error: causesOf(error) };
  createLog(config, 'web')('Something failed that should not', details, 'error');
}
