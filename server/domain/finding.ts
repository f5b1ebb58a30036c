import type { LocalisedText } from './locale.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where a finding points: a file of the upload, a line or row of it (1-based), a column name or a JSON pointer. */
export type Location = { file?: string; line?: number; column?: string; pointer?: string };

/** One remark on one item. Values are clipped to 200 characters; the texts live in finding-texts.ts. */
export type Finding = {
  /** A stable code: `snake_case` for checks of shape and place, a rule id such as `ESS-01` for validation rules. */
  code: string;
  severity: Severity;
  /** The definition field it is about, in our own names. */
  field?: string;
  location?: Location;
  value?: string;
  params?: Record<string, string | number>;
};

export type FindingText = { message: LocalisedText; advice: LocalisedText };

/** Clips a value for display, so that a 5 MB definition does not travel inside its own error message. */
export function clip(value: unknown, length = 200): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** An item with an error cannot be imported; warnings and infos travel along. */
export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
