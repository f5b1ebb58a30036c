'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { MAX_CHUNK_SIZE, MIN_CHUNK_SIZE } from '#domain/chunks.ts';
import { Detected } from './detected.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { type ImportChoices, isComplete, isNumberOrEmpty, SAFE_CHOICES } from './import-choices.ts';
import type { ImportFlow } from './import-flow.ts';
import { ImportOptions, MAX_MAX_ERRORS } from './import-options.tsx';
import { blocks } from './local-problem.ts';
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
  const { source } = flow;
  const busy = flow.step === 'uploading' || flow.step === 'starting';
  const numbersFit =
    isNumberOrEmpty(choices.maxErrors, 0, MAX_MAX_ERRORS) &&
    isNumberOrEmpty(choices.chunkSize, MIN_CHUNK_SIZE, MAX_CHUNK_SIZE);
  const send = () => {
    const upload = flow.step === 'failed' ? flow.upload : null;
    return upload ? controls.startJob(source, upload, choices) : controls.send(source, choices);
  };
  return (
    <>
      <Detected source={source} onOther={controls.reset} isDisabled={busy} />
      {blocks(source.problems) ? null : (
        <>
          <ImportOptions choices={choices} onChange={setChoices} isDisabled={busy} />
          {flow.step === 'known' ? (
            <EarlierImports
              upload={flow.upload}
              onGoOn={() => void controls.startJob(source, flow.upload, choices)}
              onOther={controls.reset}
            />
          ) : null}
          {flow.step === 'failed' ? (
            <Banner
              tone="danger"
              role="alert"
              title={problemText(flow.error).title}
              action={<Button onPress={() => void send()}>{t('send.again')}</Button>}
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
                isDisabled={!numbersFit || !isComplete(choices)}
                icon={<ArrowRight aria-hidden size={16} />}
                onPress={() => void send()}
              >
                {t('send.start')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </>
  );
}
