'use client';

import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useCreateChallenge } from '#components/api/use-provenance.ts';
import { useStartJob } from '#components/bulk/use-start-job.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { readKeyFile } from './read-key-file.ts';
import { SignHelp } from './sign-help.tsx';

type Chosen = { name: string; keys: ReturnType<typeof readKeyFile> };

/** Enrols many keys at once: a challenge for all of them, and the file with their answers, as a batch with a plan. */
export function EnrolFileDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('provenance.enrolFile');
  const common = useTranslations('common');
  const format = useFormat();
  const problemText = useProblemText();
  const challenge = useCreateChallenge();
  const [given, setGiven] = useState('');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { start, isPending, error } = useStartJob(onClose);
  const box = useRef<HTMLDivElement>(null);
  const id = challenge.data?.id ?? (/^[\da-f-]{36}$/i.test(given.trim()) ? given.trim() : null);
  const take = async (file: File | undefined) => {
    if (file) setChosen({ name: file.name, keys: readKeyFile(await file.text()) });
  };
  const isMade = challenge.data !== undefined;
  useEffect(() => {
    if (isMade) box.current?.focus();
  }, [isMade]);
  const problem = error ?? challenge.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      closeLabel={common('close')}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            pending={isPending}
            isDisabled={id === null || !chosen?.keys}
            onPress={() => start([{ operation: 'enrol', challengeId: id ?? '', keys: chosen?.keys ?? [] }])}
          >
            {chosen?.keys ? t('startCount', { count: chosen.keys.length }) : t('start')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 text-sm">
        {problem ? (
          <Banner tone="danger" role="alert" title={problemText(problem).title}>
            {problemText(problem).detail}
          </Banner>
        ) : null}
        <p>{t('text')}</p>
        {challenge.data ? (
          <div ref={box} tabIndex={-1} className="flex flex-col gap-1 rounded-md border border-line bg-ground p-3">
            <p>{t('challenge', { until: format.dateTime(challenge.data.expiresAt) })}</p>
            <code className="text-xs break-all">{challenge.data.text}</code>
            <p className="pt-2">{t('number')}</p>
            <code className="text-xs break-all">{challenge.data.id}</code>
          </div>
        ) : (
          <div className="flex flex-col items-start gap-4">
            <Button pending={challenge.isPending} onPress={() => challenge.mutate()}>
              {t('make')}
            </Button>
            <TextField
              label={t('given')}
              description={t('givenHelp')}
              value={given}
              onChange={setGiven}
              spellCheck="false"
              className="w-full"
            />
          </div>
        )}
        <SignHelp />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <FileTrigger
            acceptedFileTypes={['.json', '.csv', '.txt', 'application/json', 'text/csv', 'text/plain']}
            onSelect={(list) => void take(list?.[0])}
          >
            <Button icon={<FileUp aria-hidden size={16} />}>{t('choose')}</Button>
          </FileTrigger>
          <span role="status" className={chosen && !chosen.keys ? 'text-danger-ink' : 'text-ink-muted'}>
            {chosen
              ? chosen.keys
                ? t('read', { name: chosen.name, count: chosen.keys.length })
                : t('unreadable', { name: chosen.name })
              : t('kinds')}
          </span>
        </div>
      </div>
    </Dialog>
  );
}
