import type { StagedRow } from '#db/queries/staged-items.ts';
import type { Finding } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';

export type Wrong = { code: string; field?: string; nl: string; en: string };

/** Why an item failed, or will: every error there is, in both languages, with what to do about it. */
export function whatIsWrong({ findings, problemCode }: Pick<StagedRow, 'findings' | 'problemCode'>): Wrong[] {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const problem: Finding = { code: problemCode ?? 'internal_error', severity: 'error' };
  return (errors.length > 0 ? errors : [problem]).map((finding) => ({
    code: finding.code,
    ...(finding.field ? { field: finding.field } : {}),
    nl: findingText(finding, 'nl').message,
    en: findingText(finding, 'en').message,
  }));
}
