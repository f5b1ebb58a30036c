import type { Finding } from '#domain/finding.ts';

/** A piece of a text, with the numbers (from 0) of the findings that point at it. */
export type MarkedPart = { text: string; start: number; findings: number[] };

/** Cuts a text where findings about it begin and end; positions outside the text are left out. */
export function markedParts(text: string, findings: readonly Finding[]): MarkedPart[] {
  const ranges = findings.flatMap(({ field, params }, index) => {
    const start = Number(params?.start ?? Number.NaN);
    const end = Number(params?.end ?? Number.NaN);
    return field === 'definition' && start >= 0 && end > start && end <= text.length ? [{ start, end, index }] : [];
  });
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] as number;
    const inside = ranges.filter((range) => range.start <= start && range.end >= end);
    return { text: text.slice(start, end), start, findings: inside.map(({ index }) => index) };
  });
}
