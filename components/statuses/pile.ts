import type { Decision, Reason } from '#domain/plan.ts';

/** Where an item of an update goes: three piles, and what there is nothing to do for. */
export const PILES = ['passes', 'needs_reason', 'blocked', 'unchanged', 'skipped'] as const;
export type Pile = (typeof PILES)[number];

/** Which items each pile holds, by the reason their decision was taken for; `skipped` is only ever chosen by a person. */
export const REASONS_OF_PILE: Readonly<Record<Exclude<Pile, 'skipped'>, readonly Reason[]>> = {
  passes: ['gate_passed', 'gate_overridden', 'content_differs'],
  needs_reason: ['gate_needs_reason'],
  blocked: [
    'gate_blocked',
    'transition_not_allowed',
    'has_errors',
    'identity_taken',
    'legal_hold',
    'established',
    'archived',
    'definition_gone',
  ],
  unchanged: ['same_content'],
};

/** The pile of an item by what was decided and why. */
export function pileOf(decision: Decision, reason: Reason | null): Pile {
  if (decision === 'skip') return 'skipped';
  if (decision === 'unchanged') return 'unchanged';
  if (decision === 'update' || decision === 'new_version' || decision === 'new') return 'passes';
  return decision === 'conflict' && reason === 'gate_needs_reason' ? 'needs_reason' : 'blocked';
}
