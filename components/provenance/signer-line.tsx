'use client';

import { useTranslations } from 'use-intl';
import type { Provenance } from '#domain/provenance.ts';

/** Who vouched for a file, in a line. */
export function SignerLine({ provenance: { signer, key, exported, changed } }: { provenance: Provenance }) {
  const t = useTranslations('provenance.note');
  const parts = [
    t(`signer.${signer}`, { name: key?.name ?? key?.id ?? '' }),
    exported && t('from', { by: exported.by, organisation: exported.organisation }),
    changed && t('case.changed'),
  ];
  return parts.filter(Boolean).join(' · ');
}
