/** What is looked for, in the order in which overlapping hits win. */
export const REDACTION_KINDS = [
  'email',
  'iban',
  'parketnummer',
  'proces_verbaal',
  'cjib',
  'birth_date',
  'address',
  'zaaknummer',
  'phone',
  'bsn',
  'plate',
  'term',
] as const;
export type RedactionKind = (typeof REDACTION_KINDS)[number];

/** What stands in a placeholder: Dutch, as the texts are. */
export const LABEL_OF: Readonly<Record<RedactionKind, string>> = {
  email: 'E-MAIL',
  iban: 'IBAN',
  parketnummer: 'PARKETNUMMER',
  proces_verbaal: 'PROCES-VERBAAL',
  cjib: 'CJIB',
  birth_date: 'GEBOORTEDATUM',
  address: 'ADRES',
  zaaknummer: 'ZAAKNUMMER',
  phone: 'TELEFOON',
  bsn: 'BSN',
  plate: 'KENTEKEN',
  term: 'TERM',
};

/** Kinds that name a case rather than a person. */
export const CASE_KINDS: readonly RedactionKind[] = ['parketnummer', 'proces_verbaal', 'cjib', 'zaaknummer'];

/** What becomes of a hit. */
export const HIT_DECISIONS = ['redact', 'leave'] as const;
export type HitDecision = (typeof HIT_DECISIONS)[number];
