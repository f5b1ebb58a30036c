import type { Sight } from '#domain/clearance.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';

/**
 * The one place that says in SQL which definitions somebody sees. Every query over `definitions` takes its condition from here, or
 * is named in visible-definitions.test.ts with the reason why it need not.
 */

export type Bind = (value: unknown) => string;

const HIGHEST = CLASSIFICATIONS.at(-1);

/** Condition over `definitions` (under the name `d`): all that this sight has. Values go through `bind`, which answers their numbers. */
export function visibleSql(sight: Sight, bind: Bind, d = 'd'): string {
  return [clearedSql(sight, bind, d), reachSql(sight, bind, d)].filter(Boolean).join(' AND ') || 'true';
}

/**
 * The same in two halves that have nothing in common, of which each has an index that knows its order: the organisation's own, and
 * what others share with it. One half when nothing is shared, or everything is seen.
 */
export function visibleHalves(sight: Sight, bind: Bind): string[] {
  const cleared = clearedSql(sight, bind, 'd');
  const and = (condition: string) => (cleared ? `${cleared} AND ${condition}` : condition);
  if (sight.scope === null) return [cleared || 'true'];
  const organisation = `${bind(sight.scope)}::uuid`;
  const own = and(`d.organisation_id = ${organisation}`);
  if (!sight.shared) return [own];
  return [own, and(`d.organisation_id <> ${organisation} AND ${sharedSql(organisation, 'd')}`)];
}

/**
 * What an organisation itself has and a clearance suffices for, with both as the text has them, such as `$1` and `$2`; for
 * statements whose text is fixed.
 */
export function ownSql(organisation: string, clearance: string, d = 'd'): string {
  return `${d}.organisation_id = ${organisation} AND ${classifiedSql(clearance, d)}`;
}

/** Only that the clearance, as the text has it, suffices. */
export function classifiedSql(clearance: string, d = 'd'): string {
  return `${d}.classification <= ${clearance}::classification`;
}

/** What an organisation may read: its own and what is shared with it, for a text in which both are fixed. */
export function readableSql(organisation: string, clearance: string, d = 'd'): string {
  return `(${d}.organisation_id = ${organisation} OR ${sharedSql(organisation, d)}) AND ${classifiedSql(clearance, d)}`;
}

function clearedSql({ clearance }: Sight, bind: Bind, d: string): string {
  return clearance === HIGHEST ? '' : classifiedSql(bind(clearance), d);
}

function reachSql({ scope, shared }: Sight, bind: Bind, d: string): string {
  if (scope === null) return '';
  const organisation = `${bind(scope)}::uuid`;
  const own = `${d}.organisation_id = ${organisation}`;
  return shared ? `(${own} OR ${sharedSql(organisation, d)})` : own;
}

/** The first comparison is what the index over shared definitions is made for. */
function sharedSql(organisation: string, d: string): string {
  return `(${d}.visibility <> 'own' AND (${d}.visibility = 'chain' OR ${organisation} = ANY (${d}.shared_with)))`;
}
