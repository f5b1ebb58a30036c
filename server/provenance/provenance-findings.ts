import type { Finding, Severity } from '#domain/finding.ts';
import type { PolicyCase, PolicyChoice, Provenance } from '#domain/provenance.ts';
import { SIGNATURE_NAME } from '#server/seal/archive-signature.ts';

const SEVERITY_OF: Readonly<Record<PolicyChoice, Severity>> = { accept: 'info', warn: 'warning', refuse: 'error' };

/** What the check of an import says of where its archive comes from; nothing where the policy has nothing against it being unsigned. */
export function provenanceFindings(provenance: Provenance): Finding[] {
  return provenance.policy.flatMap(({ case: which, choice }) => {
    if (which === 'unsigned' && choice === 'accept') return [];
    return { ...findingOf(which, provenance), severity: SEVERITY_OF[choice] };
  });
}

function findingOf(which: PolicyCase, provenance: Provenance): Omit<Finding, 'severity'> {
  const { signer, key, changeCount, indexFiles } = provenance;
  const location = { file: SIGNATURE_NAME };
  const value = key?.name ?? key?.id ?? '';
  if (which === 'unsigned') return { code: 'signature_missing' };
  if (which === 'changed')
    return { code: 'signature_content_changed', location, params: { value: changeCount + indexFiles.length } };
  if (which === 'foreign')
    return {
      code: signer === 'expired' ? 'signature_key_expired' : 'signature_key_unknown',
      location,
      params: { value },
    };
  return { code: signer === 'revoked' ? 'signature_key_revoked' : 'signature_forged', location, params: { value } };
}
