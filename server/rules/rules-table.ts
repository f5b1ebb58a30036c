import type { Profile } from '#domain/validation/settings.ts';
import { isTooEager, type RuleHits } from './count-hits.ts';

export type ProfileHits = { profile: Profile; hits: readonly RuleHits[] };

/** Hit rates as a table in Markdown, the most frequent first; rules that found nothing share the last line. */
export function rulesTable(profiles: readonly ProfileHits[]): string {
  const all = new Map(profiles.flatMap(({ hits }) => hits.map((hit) => [hit.rule.id, hit] as const)));
  const shareOf = (hits: readonly RuleHits[], id: string) => hits.find(({ rule }) => rule.id === id)?.share ?? null;
  const rows = [...all.values()].map((hit) => ({
    ...hit,
    shares: profiles.map(({ hits }) => shareOf(hits, hit.rule.id)),
  }));
  const most = (shares: readonly (number | null)[]) => Math.max(...shares.map((share) => share ?? 0));
  const found = rows.filter(({ shares }) => most(shares) > 0).sort((a, b) => most(b.shares) - most(a.shares));
  const silent = rows.filter(({ shares }) => most(shares) === 0);
  const lines = [
    ['rule', 'kind', 'name', ...profiles.map(({ profile }) => profile)],
    ['---', '---', '---', ...profiles.map(() => '---:')],
    ...found.map(({ rule, shares, ...hit }) => [
      rule.id,
      rule.kind ?? 'deterministic',
      isTooEager({ rule, ...hit }) ? `${rule.name.en} (too often)` : rule.name.en,
      ...shares.map((share) => (share === null ? 'off' : `${(share * 100).toFixed(1)} %`)),
    ]),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n\nNothing found: ${silent.map(({ rule }) => rule.id).join(', ')}.`;
}
