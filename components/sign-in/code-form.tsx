'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { SecondStep } from './use-sign-in.ts';

export type CodeFormProps = {
  onSubmit: (step: SecondStep) => void;
  onStartOver: () => void;
  pending: boolean;
  error: unknown;
};

/** The code of an app; or, when that is not at hand, one of those that were kept. */
export function CodeForm({ onSubmit, onStartOver, pending, error }: CodeFormProps) {
  const t = useTranslations('signIn');
  const problemText = useProblemText();
  const [kept, setKept] = useState(false);
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (code.trim() !== '' && !pending) onSubmit(kept ? { backupCode: code.trim() } : { code: code.trim() });
  };
  const turn = () => {
    setKept(!kept);
    setCode('');
    setChecked(false);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {error ? (
        <Banner tone="danger" role="alert" title={problemText(error).title}>
          {problemText(error).detail}
        </Banner>
      ) : null}
      <p className="text-sm">{kept ? t('backupLead') : t('codeLead')}</p>
      <TextField
        key={String(kept)}
        label={kept ? t('backupCode') : t('code')}
        inputMode={kept ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={setCode}
        error={checked && code.trim() === '' ? t('codeMissing') : undefined}
      />
      <Button type="submit" variant="primary" pending={pending}>
        {t('submit')}
      </Button>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" size="small" onPress={turn}>
          {kept ? t('useApp') : t('useBackup')}
        </Button>
        <Button variant="quiet" size="small" onPress={onStartOver}>
          {t('startOver')}
        </Button>
      </div>
    </form>
  );
}
