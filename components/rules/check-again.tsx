'use client';

import { ListChecks } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { newKey } from '#components/api/new-key.ts';
import { useCreateBatch } from '#components/api/use-create-batch.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { showToast } from '#components/ui/toasts.tsx';

/** Starts a job that checks every definition of the organisation by the rules of today. */
export function CheckAgain() {
  const t = useTranslations('rules.again');
  const problemText = useProblemText();
  const router = useRouter();
  const create = useCreateBatch();
  const [key, setKey] = useState(newKey);
  const start = () =>
    create.mutate(
      { key, batch: { name: t('batchName'), jobs: [{ operation: 'validate', selection: { filter: {} } }] } },
      {
        onSuccess: ({ id }) => router.push(`/batches/${id}`),
        onError: (error) => {
          setKey(newKey());
          const { title, detail } = problemText(error);
          showToast({ tone: 'danger', title, text: detail });
        },
      },
    );
  return (
    <Button icon={<ListChecks aria-hidden size={16} />} pending={create.isPending || create.isSuccess} onPress={start}>
      {t('start')}
    </Button>
  );
}
