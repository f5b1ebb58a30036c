import { createHash } from 'node:crypto';
import { Problem } from '#domain/errors.ts';

/** The version in an entity tag, and `If-Match`; what stands behind it tells answers of one version apart. */
const VERSION = /^(?:W\/)?"?(\d{1,9})(?:-[\w-]{22})?"?$/;

/**
 * The entity tag of an answer: what it says, after its version where it has one. The version alone is not enough: a verdict, a
 * legal hold or somebody's name changes without it.
 */
export function etagOf(json: string, version?: number): string {
  const says = createHash('sha256').update(json).digest('base64url').slice(0, 22);
  return version === undefined ? `"${says}"` : `"${version}-${says}"`;
}

/** Whether an `If-None-Match` names this entity tag (weak comparison, RFC 9110 section 13.1.2). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const strong = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => strong(tag) === strong(etag));
}

/** The version in `If-Match`; null for `*`. @throws Problem `invalid_request` when it is missing or none of ours */
export function versionIn(header: string | undefined): number | null {
  if (header?.trim() === '*') return null;
  const version = VERSION.exec(header?.trim() ?? '')?.[1];
  if (version !== undefined) return Number(version);
  throw new Problem('invalid_request', {}, [
    { path: 'If-Match', code: header ? 'invalid_format' : 'missing', message: 'The ETag of what you changed.' },
  ]);
}
