'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { OtherContextFields } from '#components/batches/other-context-fields.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { MAX_CHUNK_SIZE, MAX_PARALLELISM, MIN_CHUNK_SIZE } from '#domain/chunks.ts';
import { ERROR_MODES } from '#domain/error-modes.ts';
import { CONFLICT_STRATEGIES } from '#domain/plan.ts';
import { type ImportChoices, isNumberOrEmpty } from './import-choices.ts';

export type ImportOptionsProps = {
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
  isDisabled: boolean;
};

export const MAX_MAX_ERRORS = 100_000;

/** How the import is done, in plain words; what few people need is folded away. */
export function ImportOptions({ choices, onChange, isDisabled }: ImportOptionsProps) {
  const t = useTranslations('import.options');
  const format = useFormat();
  const set = (change: Partial<ImportChoices>) => onChange({ ...choices, ...change });
  const maxErrorsFits = isNumberOrEmpty(choices.maxErrors, 0, MAX_MAX_ERRORS);
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-6">
        <Checkbox
          isSelected={choices.confirm}
          onChange={(confirm) => set({ confirm })}
          isDisabled={isDisabled || choices.onError === 'collect'}
          description={t('confirmHelp')}
        >
          {t('confirm')}
        </Checkbox>
        <div className="grid gap-6 lg:grid-cols-2">
          <div className="flex flex-col gap-3">
            <RadioGroup
              label={t('onErrorLabel')}
              isDisabled={isDisabled}
              options={ERROR_MODES.map((value) => ({
                value,
                label: t(`onError.${value}.label`),
                description: t(`onError.${value}.help`),
              }))}
              value={choices.onError}
              onChange={(onError) => set({ onError })}
            />
            {choices.onError === 'continue' ? (
              <TextField
                label={t('maxErrors')}
                description={t('maxErrorsHelp')}
                inputMode="numeric"
                isDisabled={isDisabled}
                value={choices.maxErrors}
                onChange={(maxErrors) => set({ maxErrors })}
                error={maxErrorsFits ? undefined : t('wholeNumber', { min: '0', max: format.number(MAX_MAX_ERRORS) })}
                className="pl-8 [&_input]:max-w-40"
              />
            ) : null}
          </div>
          <div className="flex flex-col gap-3">
            <RadioGroup
              label={t('conflictLabel')}
              description={t('conflictHelp')}
              isDisabled={isDisabled}
              options={CONFLICT_STRATEGIES.map((value) => ({
                value,
                label: t(`conflict.${value}.label`),
                description: t(`conflict.${value}.help`),
              }))}
              value={choices.conflict}
              onChange={(conflict) => set({ conflict })}
            />
            {choices.conflict === 'keep_both' ? (
              <div className="pl-8">
                <OtherContextFields
                  context={choices.context}
                  onChange={(context) => set({ context })}
                  isDisabled={isDisabled}
                />
              </div>
            ) : null}
          </div>
        </div>
        <Advanced choices={choices} set={set} isDisabled={isDisabled} />
      </div>
    </Card>
  );
}

type AdvancedProps = {
  choices: ImportChoices;
  set: (change: Partial<ImportChoices>) => void;
  isDisabled: boolean;
};

function Advanced({ choices, set, isDisabled }: AdvancedProps) {
  const t = useTranslations('import.options');
  const format = useFormat();
  const fits = isNumberOrEmpty(choices.chunkSize, MIN_CHUNK_SIZE, MAX_CHUNK_SIZE);
  return (
    <details className="group border-t border-line pt-3">
      <summary className="flex min-h-8 w-fit cursor-default list-none items-center gap-1.5 rounded-sm text-sm font-medium text-accent hover:underline [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="transition-transform group-open:rotate-90" />
        {t('advanced')}
      </summary>
      <div className="flex flex-wrap gap-6 pt-3">
        <TextField
          label={t('chunkSize')}
          description={t('chunkSizeHelp')}
          inputMode="numeric"
          isDisabled={isDisabled}
          value={choices.chunkSize}
          onChange={(chunkSize) => set({ chunkSize })}
          error={
            fits ? undefined : t('wholeNumber', { min: String(MIN_CHUNK_SIZE), max: format.number(MAX_CHUNK_SIZE) })
          }
          className="w-72"
        />
        <Select
          label={t('parallelism')}
          description={t('parallelismHelp')}
          isDisabled={isDisabled}
          options={Array.from({ length: MAX_PARALLELISM }, (_, index) => ({
            value: String(index + 1),
            label: String(index + 1),
          }))}
          value={choices.parallelism}
          onChange={(parallelism) => set({ parallelism })}
          className="w-72"
        />
      </div>
    </details>
  );
}
