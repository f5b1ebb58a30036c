const HASH = /^(?:sha256:)?([\da-f]{64})(?:\s+\*?.*)?$/i;

/** The SHA-256 (lower-case hexadecimal digits) in a line as people have them: bare, as `sha256:...`, or before a file's name; null without. */
export function hashIn(text: string): string | null {
  return HASH.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}
