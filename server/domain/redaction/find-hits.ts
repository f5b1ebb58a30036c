import { findAddress } from './address.ts';
import { findBirthDate } from './birth-date.ts';
import { findBsn } from './bsn.ts';
import { findCjib } from './cjib.ts';
import { findEmail } from './email.ts';
import type { Detector, Hit, Span } from './hit.ts';
import { findIban } from './iban.ts';
import { REDACTION_KINDS, type RedactionKind } from './kinds.ts';
import { findLookAlikes } from './look-alikes.ts';
import { findNumberPlate } from './number-plate.ts';
import { ownTermDetector } from './own-terms.ts';
import { findParketnummer } from './parketnummer.ts';
import { findPhone } from './phone.ts';
import { findPlaceholders } from './placeholder.ts';
import { findProcesVerbaal } from './proces-verbaal.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { findZaaknummer } from './zaaknummer.ts';

const DETECTORS: Readonly<Record<Exclude<RedactionKind, 'term'>, Detector>> = {
  email: findEmail,
  iban: findIban,
  parketnummer: findParketnummer,
  proces_verbaal: findProcesVerbaal,
  cjib: findCjib,
  birth_date: findBirthDate,
  address: findAddress,
  zaaknummer: findZaaknummer,
  phone: findPhone,
  bsn: findBsn,
  plate: findNumberPlate,
};

/** Finds hits in a text: in order, none across another, in time that grows with the length of the text. */
export type HitFinder = (text: string) => Hit[];

export type FinderOptions = {
  /** Absent: every kind. */
  kinds?: readonly RedactionKind[];
  /** An organisation's own terms: whole words, in small letters or capitals. */
  terms?: readonly string[];
};

const MAY_HAVE = /[\d@]/;

/** Prepares to look for `kinds` in any number of texts. Places where law is named are no hits, whatever they look like. */
export function hitFinder({ kinds = REDACTION_KINDS, terms = [] }: FinderOptions = {}): HitFinder {
  const findTerms = kinds.includes('term') ? ownTermDetector(terms) : () => [];
  const wanted = REDACTION_KINDS.filter(
    (kind) => kind !== 'term' && kinds.includes(kind),
  ) as (keyof typeof DETECTORS)[];
  // A term such as "BSN" is none inside the placeholder that stands for one.
  const ownHits = (text: string): Hit[] => {
    const hits = findTerms(text).map((found): Hit => ({ ...found, kind: 'term' }));
    if (hits.length === 0) return hits;
    const redacted = findPlaceholders(text);
    return hits.filter((hit) => !redacted.some((span) => overlap(span, hit)));
  };
  return (text) => {
    const own = ownHits(text);
    if (!MAY_HAVE.test(text)) return resolveOverlaps(own);
    const hits = wanted.flatMap((kind) => DETECTORS[kind](text).map((found): Hit => ({ ...found, kind })));
    if (hits.length === 0) return resolveOverlaps(own);
    const lookAlikes = hits.some(({ kind }) => kind !== 'email') ? findLookAlikes(text) : [];
    const real = hits.filter((hit) => hit.kind === 'email' || !lookAlikes.some((span) => overlap(span, hit)));
    return resolveOverlaps([...real, ...own]);
  };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
