/**
 * Enough to recognise a term by. Every name stands in an archive four times (twice as it is, and in the manifest): with longer ones
 * the directory of 100 000 definitions is larger than we take in ourselves.
 */
const MAX_LENGTH = 40;

/** A file name a person recognises and that never collides: the term in plain letters, then the whole id. */
export function fileName(term: string, id: string): string {
  const plain = term
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
  return `definities/${plain || 'definitie'}--${id}.json`;
}
