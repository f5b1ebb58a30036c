import type { NewRetentionPolicyInput, RetentionPolicy } from '#contract/retention.ts';
import type { Classification, DefinitionStatus } from '#domain/definition.ts';
import { type Age, agesOf, MAX_AGE_DAYS, type RetentionAction } from '#domain/retention.ts';

/** The moments one can choose from; anything else was made elsewhere and stays as it is. */
export const MOMENTS = { hand: null, daily: '0 3 * * *', weekly: '0 3 * * 1', monthly: '0 3 1 * *' } as const;
export type Moment = keyof typeof MOMENTS;

const YEARS_7 = '2557';

/** A policy as it is being typed. */
export type PolicyDraft = {
  name: string;
  action: RetentionAction;
  ageOf: Age;
  days: string;
  status: DefinitionStatus[];
  classification: Classification[];
  /** One value to a line. */
  organisation: string;
  reason: string;
  cron: string | null;
};

export type DraftField = 'name' | 'days' | 'reason';

export function momentOfCron(cron: string | null): Moment | 'other' {
  return (Object.keys(MOMENTS) as Moment[]).find((one) => MOMENTS[one] === cron) ?? 'other';
}

export function draftOf(policy: RetentionPolicy | null): PolicyDraft {
  if (!policy)
    return {
      name: '',
      action: 'archive',
      ageOf: 'changed',
      days: YEARS_7,
      status: [],
      classification: [],
      organisation: '',
      reason: '',
      cron: null,
    };
  const { name, action, criteria, reason, cron } = policy;
  const { ageOf, olderThanDays, status, classification, organisation } = criteria;
  const days = String(olderThanDays);
  return { name, action, ageOf, days, status, classification, organisation: organisation.join('\n'), reason, cron };
}

/** Another action; what its age counts from stays when there is such a thing for it. */
export function withAction(draft: PolicyDraft, action: RetentionAction): PolicyDraft {
  const ages = agesOf(action);
  return { ...draft, action, ageOf: ages.includes(draft.ageOf) ? draft.ageOf : (ages[0] ?? 'changed') };
}

/** The fields that are wrong, in the order of the form. */
export function problemsOf({ name, days, reason }: PolicyDraft): DraftField[] {
  const count = daysIn(days);
  return [
    ...(name.trim() === '' ? ['name' as const] : []),
    ...(count === null ? ['days' as const] : []),
    ...(reason.trim() === '' ? ['reason' as const] : []),
  ];
}

/** The policy as it is sent; null while something is wrong. */
export function policyFrom(draft: PolicyDraft): NewRetentionPolicyInput | null {
  const olderThanDays = daysIn(draft.days);
  if (olderThanDays === null || problemsOf(draft).length > 0) return null;
  return {
    name: draft.name.trim(),
    action: draft.action,
    criteria: {
      ageOf: draft.ageOf,
      olderThanDays,
      status: draft.status,
      classification: draft.classification,
      organisation: [...new Set(draft.organisation.split('\n').map((line) => line.trim()))].filter(
        (line) => line !== '',
      ),
    },
    reason: draft.reason.trim(),
    cron: draft.cron,
  };
}

function daysIn(text: string): number | null {
  const digits = text.replaceAll(/[.,\s]/g, '');
  if (!/^\d{1,6}$/.test(digits)) return null;
  const days = Number(digits);
  return days >= 1 && days <= MAX_AGE_DAYS ? days : null;
}
