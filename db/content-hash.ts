import { hash } from 'node:crypto';
import { canonicalContent } from '#domain/canonical.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { identityText } from '#domain/identity-key.ts';

const sha256 = (text: string) => hash('sha256', text);

/** SHA-256 (hex) of the canonical content: equal exactly when two definitions say the same. */
export function contentHash(content: DefinitionContent): string {
  return sha256(canonicalContent(content));
}

/** SHA-256 (hex) of the identity text; hashed because contexts can be longer than an index entry may be. */
export function identityKey(content: DefinitionContent): string {
  return sha256(identityText(content));
}
