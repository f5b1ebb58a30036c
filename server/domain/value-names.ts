import type { Role } from './access.ts';
import type { Category, DefinitionStatus } from './definition.ts';
import type { JobStatus } from './job-status.ts';
import type { Locale, LocalisedText } from './locale.ts';

/** What people call the states of a job, in pages and in the details of problems alike. */
export const JOB_STATUS_NAMES: Readonly<Record<JobStatus, LocalisedText>> = {
  scheduled: { nl: 'Gepland', en: 'Scheduled' },
  blocked: { nl: 'Wacht op andere opdracht', en: 'Waits for another job' },
  queued: { nl: 'In wachtrij', en: 'Queued' },
  checking: { nl: 'Controleren', en: 'Checking' },
  awaiting_confirmation: { nl: 'Wacht op akkoord', en: 'Waiting for approval' },
  running: { nl: 'Bezig', en: 'Running' },
  finalizing: { nl: 'Afronden', en: 'Finishing' },
  pausing: { nl: 'Pauzeert…', en: 'Pausing…' },
  paused: { nl: 'Gepauzeerd', en: 'Paused' },
  cancelling: { nl: 'Stoppen…', en: 'Stopping…' },
  rolling_back: { nl: 'Terugdraaien…', en: 'Rolling back…' },
  completed: { nl: 'Voltooid', en: 'Completed' },
  completed_with_errors: { nl: 'Voltooid met fouten', en: 'Completed with errors' },
  failed: { nl: 'Mislukt', en: 'Failed' },
  cancelled: { nl: 'Gestopt', en: 'Stopped' },
  rolled_back: { nl: 'Teruggedraaid', en: 'Rolled back' },
  rollback_failed: { nl: 'Terugdraaien mislukt', en: 'Rollback failed' },
  expired: { nl: 'Verlopen', en: 'Expired' },
};

export const DEFINITION_STATUS_NAMES: Readonly<Record<DefinitionStatus, LocalisedText>> = {
  imported: { nl: 'Geïmporteerd', en: 'Imported' },
  draft: { nl: 'Concept', en: 'Draft' },
  review: { nl: 'In review', en: 'In review' },
  established: { nl: 'Vastgesteld', en: 'Established' },
  archived: { nl: 'Gearchiveerd', en: 'Archived' },
};

export const CATEGORY_NAMES: Readonly<Record<Category, LocalisedText>> = {
  type: { nl: 'Type', en: 'Type' },
  proces: { nl: 'Proces', en: 'Process' },
  resultaat: { nl: 'Resultaat', en: 'Result' },
  exemplaar: { nl: 'Exemplaar', en: 'Instance' },
  ENT: { nl: 'Entiteit', en: 'Entity' },
  ACT: { nl: 'Activiteit', en: 'Activity' },
  REL: { nl: 'Relatie', en: 'Relation' },
  ATT: { nl: 'Attribuut', en: 'Attribute' },
  AUT: { nl: 'Bevoegdheid', en: 'Authority' },
  STA: { nl: 'Status', en: 'State' },
  OTH: { nl: 'Overig', en: 'Other' },
};

export const ROLE_NAMES: Readonly<Record<Role, LocalisedText>> = {
  viewer: { nl: 'Lezer', en: 'Viewer' },
  editor: { nl: 'Bewerker', en: 'Editor' },
  lead: { nl: 'Teamleider', en: 'Team lead' },
  auditor: { nl: 'Auditor', en: 'Auditor' },
  admin: { nl: 'Beheerder', en: 'Administrator' },
};

/** The names of one language, by value. */
export function namesIn<Value extends string>(
  locale: Locale,
  names: Readonly<Record<Value, LocalisedText>>,
): Record<Value, string> {
  const entries = Object.entries<LocalisedText>(names).map(([value, name]) => [value, name[locale]]);
  return Object.fromEntries(entries) as Record<Value, string>;
}
