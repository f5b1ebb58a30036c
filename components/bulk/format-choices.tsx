'use client';

import { CheckboxGroup, Label } from 'react-aria-components';
import { useLocale, useTranslations } from 'use-intl';
import { useFormatLosses } from '#components/batches/use-format-losses.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { LABEL } from '#components/ui/field-styles.ts';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { EXPORT_FORMAT_NAMES, EXPORT_FORMATS } from '#domain/export-formats.ts';
import { LOCALES } from '#domain/locale.ts';
import { canBeApart, type ExportChoices, hasDocuments } from './export-choices.ts';

export type FormatChoicesProps = {
  choices: ExportChoices;
  onChange: (choices: ExportChoices) => void;
  /** Whether it was asked for: before that, an empty choice is no mistake yet. */
  asked: boolean;
};

/** In which formats definitions go out, what each of them loses, and whether they come together. */
export function FormatChoices({ choices, onChange, asked }: FormatChoicesProps) {
  const t = useTranslations('definitions.export');
  const locale = useLocale();
  const losses = useFormatLosses('short');
  const isMissing = asked && choices.formats.length === 0;
  return (
    <>
      <CheckboxGroup
        value={[...choices.formats]}
        onChange={(values) =>
          onChange({ ...choices, formats: EXPORT_FORMATS.filter((format) => values.includes(format)) })
        }
        isInvalid={isMissing}
        className="flex flex-col gap-2"
      >
        <Label className={LABEL}>{t('formats')}</Label>
        <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {EXPORT_FORMATS.map((format) => (
            <Checkbox key={format} value={format} description={losses(format)}>
              {EXPORT_FORMAT_NAMES[format][locale]}
            </Checkbox>
          ))}
        </div>
        {isMissing ? (
          <p role="alert" className="text-danger-ink">
            {t('noFormat')}
          </p>
        ) : null}
      </CheckboxGroup>
      {hasDocuments(choices) ? (
        <Select
          label={t('documentLanguage')}
          description={t('documentLanguageHelp')}
          options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          value={choices.language ?? locale}
          onChange={(language) => onChange({ ...choices, language })}
          className="sm:max-w-xs"
        />
      ) : null}
      {canBeApart(choices) ? (
        <RadioGroup
          label={t('packing')}
          value={choices.packing}
          onChange={(packing) => onChange({ ...choices, packing })}
          options={[
            { value: 'together', label: t('together'), description: t('togetherHelp') },
            { value: 'apart', label: t('apart'), description: t('apartHelp') },
          ]}
        />
      ) : null}
    </>
  );
}
