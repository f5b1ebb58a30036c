import { APPROVAL_KINDS, type ApprovalKind, type ApprovalRule } from '#domain/approval-rules.ts';

/** The most a limit can say, as the server has it. */
export const MOST_ITEMS = 1_000_000;
/** What is proposed to who turns a limit on. */
const PROPOSED = '100';

/** A rule as it is being typed. */
export type DraftRule = { isLimited: boolean; moreThan: string; established: boolean };
export type Draft = Record<ApprovalKind, DraftRule>;

export function draftOf(rules: Readonly<Record<ApprovalKind, ApprovalRule>>): Draft {
  const entries = APPROVAL_KINDS.map((kind): [ApprovalKind, DraftRule] => {
    const { moreThan, established } = rules[kind];
    return [
      kind,
      { isLimited: moreThan !== null, moreThan: moreThan === null ? PROPOSED : String(moreThan), established },
    ];
  });
  return Object.fromEntries(entries) as Draft;
}

/** The number in a limit, written plainly or in groups of three; null when it is none, or too large. */
export function limitIn(text: string): number | null {
  const digits = text.replaceAll(/[.,\s]/g, '');
  if (!/^\d{1,7}$/.test(digits) || Number(digits) > MOST_ITEMS) return null;
  return Number(digits);
}

/** The rules that a draft says; null while a limit is no number. */
export function rulesFrom(draft: Draft): Record<ApprovalKind, ApprovalRule> | null {
  const entries = APPROVAL_KINDS.map((kind): [ApprovalKind, ApprovalRule | null] => {
    const { isLimited, moreThan, established } = draft[kind];
    const limit = limitIn(moreThan);
    if (isLimited && limit === null) return [kind, null];
    return [kind, { moreThan: isLimited ? limit : null, established }];
  });
  if (entries.some(([, rule]) => rule === null)) return null;
  return Object.fromEntries(entries) as Record<ApprovalKind, ApprovalRule>;
}
