'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Button } from '#components/ui/button.tsx';
import { FIELD_ERROR } from '#components/ui/field-styles.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { EditFieldContext } from './edit-field.tsx';
import type { SourceRow } from './form-values.ts';
import { useErrorText } from './use-error-text.ts';

/** Where the definition comes from, one row of fields per source. */
export function EditSources({ form }: { form: EditFieldContext }) {
  const t = useTranslations('definitions.edit');
  const label = useFieldLabel();
  const errorText = useErrorText();
  const { sources } = form.values;
  const error = errorText(form.errors.sources);
  const change = (next: SourceRow[]) => form.onChange({ sources: next });
  const set = (index: number, part: Partial<SourceRow>) =>
    change(sources.map((row, other) => (other === index ? { ...row, ...part } : row)));
  const isWrong = (row: SourceRow) =>
    error !== undefined && row.title.trim() === '' && Boolean(row.uri || row.citation);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 text-sm font-semibold">{label('sources')}</legend>
      {sources.map((row, index) => {
        const number = String(index + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row being typed has no name of its own
          <fieldset key={index} className="flex items-end gap-2">
            <legend className="sr-only">{t('source', { number })}</legend>
            <div className="grid min-w-0 grow gap-2 lg:grid-cols-3">
              <TextField
                label={t('sourceTitle')}
                value={row.title}
                onChange={(title) => set(index, { title })}
                error={isWrong(row) ? error : undefined}
              />
              <TextField label={t('sourceUri')} type="url" value={row.uri} onChange={(uri) => set(index, { uri })} />
              <TextField
                label={t('sourceCitation')}
                value={row.citation}
                onChange={(citation) => set(index, { citation })}
              />
            </div>
            <IconButton
              label={t('removeSource', { number })}
              onPress={() => change(sources.filter((_, other) => other !== index))}
            >
              <Trash2 aria-hidden size={18} />
            </IconButton>
          </fieldset>
        );
      })}
      {error && !sources.some(isWrong) ? <p className={FIELD_ERROR}>{error}</p> : null}
      <Button
        size="small"
        className="self-start"
        icon={<Plus aria-hidden size={15} />}
        onPress={() => change([...sources, { title: '', uri: '', citation: '' }])}
      >
        {t('addSource')}
      </Button>
    </fieldset>
  );
}
