'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useForgetMapping } from '#components/api/use-upload-preview.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { UploadPreview } from '#contract/reading.ts';
import type { Finding } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';
import { isTableFormat } from '#domain/read-choices.ts';
import { ColumnMapping } from './column-mapping.tsx';
import type { FileReadingControls } from './use-file-reading.ts';

/** What a table needs to be said of its columns: nothing when they are known, or were set before; it can be looked at all the same. */
export function FileColumns({ controls, isDisabled }: { controls: FileReadingControls; isDisabled: boolean }) {
  const t = useTranslations('import.mapping');
  const locale = useLocale();
  const [isAsked, setAsked] = useState(false);
  const { preview, choices } = controls;
  if (!preview) return null;
  const [problem] = preview.problems;
  if (problem) {
    const { message, advice } = findingText(problem as Finding, locale);
    return (
      <Banner tone="danger" role="alert" title={message}>
        {advice}
      </Banner>
    );
  }
  if (!isTableFormat(preview.detected.format)) return null;
  const { mapping } = preview.detected;
  const isShown = isAsked || choices.mapping !== undefined || mapping === 'needed' || mapping === 'offered';
  return (
    <>
      {preview.saved && mapping === 'saved' ? <Recognised saved={preview.saved} isDisabled={isDisabled} /> : null}
      {isShown ? (
        <ColumnMapping controls={controls} preview={preview} isDisabled={isDisabled} />
      ) : (
        <Button className="self-start" isDisabled={isDisabled} onPress={() => setAsked(true)}>
          {t('look')}
        </Button>
      )}
    </>
  );
}

type RecognisedProps = { saved: NonNullable<UploadPreview['saved']>; isDisabled: boolean };

function Recognised({ saved, isDisabled }: RecognisedProps) {
  const t = useTranslations('import.mapping');
  const format = useFormat();
  const forget = useForgetMapping();
  return (
    <Banner
      tone="success"
      role="status"
      title={t('recognisedTitle')}
      action={
        <Button size="small" isDisabled={isDisabled} pending={forget.isPending} onPress={() => forget.mutate(saved.id)}>
          {t('forget')}
        </Button>
      }
    >
      {t('recognised', { by: saved.savedBy ?? '–', when: format.dateTime(saved.savedAt) })}
    </Banner>
  );
}
