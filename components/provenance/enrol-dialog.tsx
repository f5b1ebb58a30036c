'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useCreateChallenge, useEnrolKey } from '#components/api/use-provenance.ts';
import { useCodeText } from '#components/batches/use-code-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Challenge, PartnerKey } from '#contract/provenance.ts';
import { PARTNER_KINDS, type PartnerKind } from '#domain/provenance.ts';
import { keyDigits } from './key-digits.ts';
import { SignHelp } from './sign-help.tsx';

const USUAL_DAYS = '365';
const MOST_DAYS = 3650;

/** Enrols one key, or renews it: what it is first, then its answer to a challenge made for it. */
export function EnrolDialog({ renew, onClose }: { renew?: PartnerKey; onClose: () => void }) {
  const t = useTranslations('provenance.enrol');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const codeText = useCodeText();
  const [name, setName] = useState(renew?.name ?? '');
  const [kind, setKind] = useState<PartnerKind>(renew?.kind ?? 'partner');
  const [publicKey, setPublicKey] = useState(renew?.publicKey ?? '');
  const [days, setDays] = useState(USUAL_DAYS);
  const [signature, setSignature] = useState('');
  const [asked, setAsked] = useState<'key' | 'signature' | null>(null);
  const challenge = useCreateChallenge();
  const enrol = useEnrolKey();
  const digits = keyDigits(publicKey);
  const validDays = /^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS ? Number(days) : null;
  const isComplete = name.trim() !== '' && digits !== null && validDays !== null;
  const made = challenge.data;
  const ask = () => {
    setAsked('key');
    if (isComplete) challenge.mutate();
  };
  const submit = () => {
    setAsked('signature');
    if (!made || signature.trim() === '' || validDays === null) return;
    enrol.mutate(
      { challengeId: made.id, name: name.trim(), kind, publicKey, signature, validDays },
      {
        onSuccess: (key) => {
          showToast({ tone: 'success', title: t('done'), text: t('doneText', { name: key.name }) });
          onClose();
        },
      },
    );
  };
  const error = enrol.error ?? challenge.error;
  const reasons =
    error instanceof ApiProblem && error.code === 'key_refused' ? error.errors.map(({ code }) => codeText(code)) : [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={renew ? t('renewTitle', { name: renew.name }) : t('title')}
      closeLabel={common('close')}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          {made ? (
            <Button variant="primary" pending={enrol.isPending} onPress={submit}>
              {t(renew ? 'renew' : 'enrol')}
            </Button>
          ) : (
            <Button variant="primary" pending={challenge.isPending} onPress={ask}>
              {t('next')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {error ? (
          <Banner tone="danger" role="alert" title={problemText(error).title}>
            {reasons.length > 0 ? reasons.join(' ') : problemText(error).detail}
          </Banner>
        ) : null}
        {made && digits ? (
          <Answer {...{ challenge: made, digits, signature, setSignature, asked: asked === 'signature' }} />
        ) : (
          <>
            <TextField
              label={t('name')}
              description={t('nameHelp')}
              value={name}
              onChange={setName}
              maxLength={200}
              isRequired
              autoFocus
              error={asked && name.trim() === '' ? t('nameMissing') : undefined}
            />
            <Select
              label={t('kind')}
              options={PARTNER_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              value={kind}
              onChange={setKind}
            />
            <TextField
              label={t('key')}
              description={t('keyHelp')}
              rows={3}
              value={publicKey}
              onChange={setPublicKey}
              isReadOnly={renew !== undefined}
              isRequired
              spellCheck="false"
              error={asked && digits === null ? t('keyWrong') : undefined}
            />
            <TextField
              label={t('days')}
              value={days}
              onChange={setDays}
              inputMode="numeric"
              isRequired
              error={asked && validDays === null ? t('daysWrong', { most: MOST_DAYS }) : undefined}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

type AnswerProps = {
  challenge: Challenge;
  digits: string;
  signature: string;
  setSignature: (text: string) => void;
  asked: boolean;
};

function Answer({ challenge, digits, signature, setSignature, asked }: AnswerProps) {
  const t = useTranslations('provenance.enrol');
  const format = useFormat();
  return (
    <>
      <p className="text-sm">{t('signThis', { until: format.dateTime(challenge.expiresAt) })}</p>
      <pre className="overflow-auto rounded-md border border-line bg-ground p-3 text-xs break-all whitespace-pre-wrap">
        {challenge.text}
        {digits}
      </pre>
      <SignHelp />
      <TextField
        label={t('signature')}
        description={t('signatureHelp')}
        rows={3}
        value={signature}
        onChange={setSignature}
        isRequired
        autoFocus
        spellCheck="false"
        error={asked && signature.trim() === '' ? t('signatureMissing') : undefined}
      />
    </>
  );
}
