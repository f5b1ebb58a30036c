import type { Config } from '#server/config.ts';

/** One line of JSON on stderr for a fault of ours; nothing of what a person sent goes into it. */
export function logError(
  { logLevel }: Pick<Config, 'logLevel'>,
  error: unknown,
  about: Readonly<Record<string, string>> = {},
): void {
  if (logLevel === 'silent') return;
  const chain: string[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 5; cause = cause.cause) {
    chain.push(cause.stack ?? cause.message);
  }
  const line = {
    at: new Date().toISOString(),
    level: 'error',
    ...about,
    error: chain.length > 0 ? chain : [String(error)],
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
