import type { Config } from '#server/config.ts';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** What a line tells beside its message: `jobId` where it is about a job, `correlationId` where it is about a request. */
export type LogDetails = Readonly<Record<string, unknown>>;

/** Writes a line, unless `LOG_LEVEL` asks for graver ones only. Without a level it is a warning. */
export type Log = (message: string, details?: LogDetails, level?: LogLevel) => void;

const write = (line: string): void => void process.stderr.write(line);

/**
 * The one way web and processor tell operators something: a line of JSON on stderr, with moment, level, the kind of process and
 * its number. Nothing of what a person sent goes into it.
 */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>, kind: 'web' | 'processor', out = write): Log {
  const least = logLevel === 'silent' ? LEVELS.length : LEVELS.indexOf(logLevel);
  return (message, details = {}, level = 'warn') => {
    if (LEVELS.indexOf(level) < least) return;
    out(
      `${JSON.stringify({ at: new Date().toISOString(), level, process: kind, pid: process.pid, message, ...details })}\n`,
    );
  };
}

/** An error with what caused it, for a line: stacks, at most five of them. */
export function causesOf(error: unknown): string[] {
  const chain: string[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 5; cause = cause.cause) {
    chain.push(cause.stack ?? cause.message);
  }
  return chain.length > 0 ? chain : [String(error)];
}
