'use client';

import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ErrorMode } from '#domain/error-modes.ts';
import { ENGINE_LIMITS, type EngineChoices, engineProblems } from './engine-choices.ts';

export type AdvancedOptionsProps = {
  choices: EngineChoices;
  onChange: (choices: EngineChoices) => void;
  /** What may be done when an item fails; none where that is no question. */
  errorModes: readonly ErrorMode[];
  /** More fields, at the end. */
  children?: ReactNode;
};

const NUMBERS = ['chunkSize', 'parallelism', 'maxRetries', 'itemsPerSecond', 'timeoutMinutes'] as const;

/** How a job is worked on: what few people need, folded away; unfolded by itself when something in it is wrong. */
export function AdvancedOptions({ choices, onChange, errorModes, children }: AdvancedOptionsProps) {
  const t = useTranslations('bulk.engine');
  const format = useFormat();
  const problems = engineProblems(choices, errorModes.length > 0);
  const set = (change: Partial<EngineChoices>) => onChange({ ...choices, ...change });
  return (
    <details className="group border-t border-line pt-3" {...(problems.length > 0 ? { open: true } : {})}>
      <summary className="flex min-h-8 w-fit cursor-default list-none items-center gap-1.5 rounded-sm text-sm font-medium text-accent hover:underline [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="transition-transform group-open:rotate-90" />
        {t('title')}
      </summary>
      <div className="flex flex-col gap-5 pt-3">
        {errorModes.length > 0 ? (
          <RadioGroup
            label={t('onErrorLabel')}
            options={errorModes.map((value) => ({
              value,
              label: t(`onError.${value}.label`),
              description: t(`onError.${value}.help`),
            }))}
            value={choices.onError}
            onChange={(onError) => set({ onError })}
          />
        ) : null}
        {errorModes.length > 0 && choices.onError === 'continue' ? (
          <TextField
            label={t('maxErrors')}
            description={t('maxErrorsHelp')}
            value={choices.maxErrors}
            onChange={(maxErrors) => set({ maxErrors })}
            error={problems.includes('maxErrors') ? t('maxErrorsWrong') : undefined}
            className="[&_input]:max-w-40"
          />
        ) : null}
        <div className="grid items-end gap-4 sm:grid-cols-2">
          {NUMBERS.map((field) => (
            <TextField
              key={field}
              label={t(`${field}.label`)}
              description={t(`${field}.help`)}
              inputMode="numeric"
              value={choices[field]}
              onChange={(value) => set({ [field]: value })}
              error={
                problems.includes(field)
                  ? t('wholeNumber', {
                      min: format.number(ENGINE_LIMITS[field].min),
                      max: format.number(ENGINE_LIMITS[field].max),
                    })
                  : undefined
              }
            />
          ))}
          {children}
        </div>
      </div>
    </details>
  );
}
