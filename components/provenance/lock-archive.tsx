'use client';

import { Fingerprint } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useStartJob } from '#components/bulk/use-start-job.ts';
import { Button } from '#components/ui/button.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Artifact } from '#contract/jobs.ts';

/** Locks a proof of a file that an export made. */
export function LockArchive({ artifact }: { artifact: Artifact }) {
  const t = useTranslations('provenance.lockArchive');
  const problemText = useProblemText();
  const mayLock = useMayDo('proof:lock');
  const { start, isPending, error } = useStartJob(() => showToast({ tone: 'success', title: t('started') }));
  if (!mayLock || (artifact.kind !== 'archive' && artifact.kind !== 'export_file')) return null;
  return (
    <div className="flex flex-col gap-1">
      <Button
        pending={isPending}
        icon={<Fingerprint aria-hidden size={16} />}
        onPress={() => start([{ operation: 'proof_lock', selection: { archives: [artifact.id] } }])}
      >
        {t('lock')}
        <span className="sr-only">{artifact.fileName}</span>
      </Button>
      {error ? (
        <p role="alert" className="text-danger-ink">
          {problemText(error).detail}
        </p>
      ) : null}
    </div>
  );
}
