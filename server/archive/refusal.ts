import type { ArchiveCode } from '#domain/archive-finding-texts.ts';
import { clip, type Finding } from '#domain/finding.ts';

type Details = {
  entry?: string;
  value?: string | number;
  limit?: string | number;
};

/** One reason to refuse an archive. An entry's name is made printable first: it may be hostile. */
export function refusal(code: ArchiveCode, { entry, value, limit }: Details = {}): Finding {
  const name = entry === undefined ? undefined : printable(entry);
  const params = {
    ...(name === undefined ? {} : { entry: name }),
    ...(value === undefined ? {} : { value }),
    ...(limit === undefined ? {} : { limit }),
  };
  return {
    code,
    severity: 'error',
    ...(name === undefined ? {} : { location: { file: name } }),
    ...(Object.keys(params).length === 0 ? {} : { params }),
  };
}

/** Thrown while entries are read: the archive turned out not to be what its table of contents says. */
export class ArchiveRefused extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => finding.code).join(', '));
    this.name = 'ArchiveRefused';
    this.findings = findings;
  }
}

function printable(name: string): string {
  return clip(name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd'));
}
