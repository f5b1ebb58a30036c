import type { DefinitionStatus } from '#domain/definition.ts';

const ADMS = 'http://purl.org/adms/status/';

/** The statuses of ADMS are fewer than ours; which of ours it was, we say beside it. */
const WRITTEN: Readonly<Record<DefinitionStatus, string>> = {
  imported: 'UnderDevelopment',
  draft: 'UnderDevelopment',
  review: 'UnderDevelopment',
  established: 'Completed',
  archived: 'Withdrawn',
};

/** The last part of a status in the registers that people use: ADMS, INSPIRE, the EU's own, in lower case. */
const READ: Readonly<Record<string, DefinitionStatus>> = {
  underdevelopment: 'draft',
  draft: 'draft',
  submitted: 'draft',
  experimental: 'draft',
  completed: 'established',
  valid: 'established',
  current: 'established',
  stable: 'established',
  published: 'established',
  withdrawn: 'archived',
  deprecated: 'archived',
  retired: 'archived',
  superseded: 'archived',
  invalid: 'archived',
  obsolete: 'archived',
};

export function statusIri(status: DefinitionStatus): string {
  return ADMS + WRITTEN[status];
}

/** Our status for one of another register; null when it is unknown. */
export function statusOf(iri: string): DefinitionStatus | null {
  const name = /[^/#:]*$/.exec(iri)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(READ, name) ? (READ[name] ?? null) : null;
}

/** Whether a register says no more than that a definition is as far as this one. */
export function meansSame(iri: string, status: DefinitionStatus): boolean {
  const read = statusOf(iri);
  return read !== null && WRITTEN[read] === WRITTEN[status];
}
