import type { Quality } from '#contract/quality.ts';
import { VERDICTS } from '#domain/definition.ts';
import { findingText } from '#domain/finding-texts.ts';
import { scoreRange } from '#domain/quality.ts';
import { scorePoints } from '#domain/score-points.ts';
import { RULE_CATEGORIES } from '#domain/validation/rule.ts';
import { BYTE_ORDER_MARK, csvLine } from '#server/formats/csv-line.ts';

const HEADER = ['soort', 'naam', 'aantal', 'aandeel', 'voorbeeld', 'omschrijving'];
const COUNTS = [
  ['met bron', 'withSource'],
  ['dubbel', 'duplicates'],
  ['in een kring', 'cycles'],
  ['verwijst nergens heen', 'unresolved'],
  ['lager dan in bestand', 'degraded'],
] as const;

/** The quality of a job as CSV that opens in a Dutch spreadsheet: verdicts, scores, categories, counts and findings, a line each. */
export function qualityToCsv(quality: Quality): string {
  const { checked, verdicts, scores, categories, issues } = quality;
  const share = (count: number) => (checked === 0 ? '' : decimal(count / checked));
  const counted = (kind: string, name: string, count: number) => [kind, name, String(count), share(count), '', ''];
  const lines = [
    ...VERDICTS.map((verdict) => counted('oordeel', verdict, verdicts[verdict])),
    ...scores.map((count, bin) => counted('score', tenth(bin), count)),
    ...RULE_CATEGORIES.map((category) => ['categorie', category, '', decimal(categories[category] ?? null), '', '']),
    ...COUNTS.flatMap(([name, key]) => {
      const count = quality[key];
      return count === null ? [] : [counted('telling', name, count)];
    }),
    ...issues.map(({ code, count, example }) => {
      const text = findingText({ code }, 'nl').message;
      return ['bevinding', code, String(count), share(count), example?.term ?? '', text];
    }),
  ];
  return BYTE_ORDER_MARK + [HEADER, ...lines].map(csvLine).join('');
}

function tenth(bin: number): string {
  const { from, to } = scoreRange(bin);
  return `${scorePoints(from)} t/m ${scorePoints(to)}`;
}

/** As a Dutch spreadsheet reads a number. */
function decimal(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 1000) / 1000).replace('.', ',');
}
