import type { Severity } from '#domain/finding.ts';

/** Something the browser noticed before a byte was sent. Codes of archives are those of the server, with its words. */
export type LocalProblem = {
  code: string;
  severity: Exclude<Severity, 'info'>;
  params?: Record<string, string | number>;
};

export function blocks(problems: readonly LocalProblem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
