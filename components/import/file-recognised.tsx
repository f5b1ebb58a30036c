'use client';

import { useTranslations } from 'use-intl';
import type { UploadPreview } from '#contract/reading.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import { ChoicesPanel } from './choices-panel.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { PlaceChoices } from './place-choices.tsx';
import type { FileReadingControls } from './use-file-reading.ts';
import { useReadingWords } from './use-reading-words.ts';

/** What the file was recognised as, in one line, and choosing otherwise. */
export function FileRecognised({ controls, isDisabled }: { controls: FileReadingControls; isDisabled: boolean }) {
  const t = useTranslations('import.recognised');
  const words = useReadingWords();
  const { preview } = controls;
  return (
    <ChoicesPanel
      head={
        <p role="status" className="min-w-0">
          <span className="font-medium">{t('title')}</span>{' '}
          {preview ? (
            words({ ...preview, ...preview.detected })
          ) : (
            <span className="text-ink-muted">{t('looking')}</span>
          )}
        </p>
      }
      label={preview ? t('change') : null}
    >
      {preview ? <Choices preview={preview} controls={controls} isDisabled={isDisabled} /> : null}
    </ChoicesPanel>
  );
}

type ChoicesProps = { preview: UploadPreview; controls: FileReadingControls; isDisabled: boolean };

function Choices({ preview, controls, isDisabled }: ChoicesProps) {
  const t = useTranslations('import.recognised');
  const { detected } = preview;
  const { choices, setChoices } = controls;
  // What was decided about columns is about the columns of that reading.
  const set = (change: ReadChoices) => setChoices({ ...choices, ...change, mapping: undefined });
  return (
    <div className="grid gap-4 border-t border-line pt-3 pb-1 sm:grid-cols-2 lg:grid-cols-3">
      <PlaceChoices table={{ ...preview, ...detected }} place={choices} onPlace={set} isDisabled={isDisabled} />
      <LanguageChoice
        language={choices.language}
        onLanguage={(language) => setChoices({ ...choices, language })}
        otherwise={t('asInFile')}
        description={t('languageHelp')}
        isDisabled={isDisabled}
      />
    </div>
  );
}
