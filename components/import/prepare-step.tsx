'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { ProvenanceNote } from '#components/provenance/provenance-note.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { MAX_CHUNK_SIZE, MIN_CHUNK_SIZE } from '#domain/chunks.ts';
import { ArchiveLanguage } from './archive-language.tsx';
import { ArchiveTables } from './archive-tables.tsx';
import { Detected } from './detected.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { FileColumns } from './file-columns.tsx';
import { FileRecognised } from './file-recognised.tsx';
import { type ImportChoices, isComplete, isNumberOrEmpty, SAFE_CHOICES } from './import-choices.ts';
import type { ImportFlow } from './import-flow.ts';
import { ImportOptions, MAX_MAX_ERRORS } from './import-options.tsx';
import { blocks } from './local-problem.ts';
import { useFileReading } from './use-file-reading.ts';
import type { ImportFlowControls } from './use-import-flow.ts';
import { Working } from './working.tsx';

export type PrepareStepProps = {
  controls: ImportFlowControls;
  flow: Exclude<ImportFlow, { step: 'choose' | 'preparing' }>;
};

function willDo(choices: ImportChoices): 'contextMissing' | 'dryRun' | 'willAsk' | 'willWrite' {
  if (!isComplete(choices)) return 'contextMissing';
  if (choices.onError === 'collect') return 'dryRun';
  return choices.confirm ? 'willAsk' : 'willWrite';
}

/** What was chosen, how it is to be imported, and sending it. */
export function PrepareStep({ controls, flow }: PrepareStepProps) {
  const t = useTranslations('import');
  const format = useFormat();
  const problemText = useProblemText();
  const [choices, setChoices] = useState(SAFE_CHOICES);
  const upload = 'upload' in flow ? flow.upload : null;
  const isArchive = /\.zip$/i.test(flow.source.name);
  const file = useFileReading(upload?.id ?? null, isArchive);
  const { source } = flow;
  const busy = flow.step === 'uploading' || flow.step === 'starting';
  const numbersFit =
    isNumberOrEmpty(choices.maxErrors, 0, MAX_MAX_ERRORS) &&
    isNumberOrEmpty(choices.chunkSize, MIN_CHUNK_SIZE, MAX_CHUNK_SIZE);
  const send = () => controls.send(source, upload, choices, file.reading);
  const again = () =>
    upload
      ? controls.startJob(source, upload, choices, file.reading)
      : controls.send(source, null, choices, file.reading);
  return (
    <>
      <Detected source={source} onOther={controls.reset} isDisabled={busy}>
        <ProvenanceNote provenance={upload?.provenance ?? null} />
        {upload && file.error ? (
          <Banner
            tone="danger"
            role="alert"
            title={problemText(file.error).title}
            action={<Button onPress={() => void file.refetch()}>{t('send.again')}</Button>}
          >
            {problemText(file.error).detail}
          </Banner>
        ) : null}
        {upload && !file.error && !isArchive ? <FileRecognised controls={file} isDisabled={busy} /> : null}
        {isArchive && !blocks(source.problems) ? <ArchiveLanguage controls={file} isDisabled={busy} /> : null}
      </Detected>
      {upload && !isArchive ? <FileColumns controls={file} isDisabled={busy} /> : null}
      {upload && isArchive ? <ArchiveTables controls={file} isDisabled={busy} /> : null}
      {blocks(source.problems) ? null : (
        <>
          <ImportOptions choices={choices} onChange={setChoices} isDisabled={busy} />
          {flow.step === 'known' ? (
            <EarlierImports
              upload={flow.upload}
              onGoOn={() => void controls.startJob(source, flow.upload, choices, file.reading)}
              onOther={controls.reset}
            />
          ) : null}
          {flow.step === 'failed' ? (
            <Banner
              tone="danger"
              role="alert"
              title={problemText(flow.error).title}
              action={<Button onPress={() => void again()}>{t('send.again')}</Button>}
            >
              {problemText(flow.error).detail} {t('send.nothingLost')}
            </Banner>
          ) : null}
          {flow.step === 'uploading' ? (
            <Working
              label={t('send.uploading', { name: source.name })}
              share={flow.share}
              note={t('send.sent', {
                done: format.bytes(Math.round(source.size * flow.share)),
                total: format.bytes(source.size),
              })}
              stopLabel={t('send.stop')}
              onStop={controls.stop}
            />
          ) : null}
          {flow.step === 'ready' || flow.step === 'starting' ? (
            <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
              <p className="text-sm text-ink-muted">{t(`send.${willDo(choices)}`)}</p>
              <Button
                variant="primary"
                pending={flow.step === 'starting'}
                isDisabled={!numbersFit || !isComplete(choices) || !file.isReady}
                icon={<ArrowRight aria-hidden size={16} />}
                onPress={() => void send()}
              >
                {t(upload ? 'send.check' : 'send.start')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </>
  );
}
