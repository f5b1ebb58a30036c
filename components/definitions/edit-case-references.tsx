'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Button } from '#components/ui/button.tsx';
import { FIELD_ERROR } from '#components/ui/field-styles.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { CASE_REFERENCE_KINDS, type CaseReference } from '#domain/definition.ts';
import type { EditFieldContext } from './edit-field.tsx';
import { useErrorText } from './use-error-text.ts';

/** Rulings and cases, one row of fields each. */
export function EditCaseReferences({ form }: { form: EditFieldContext }) {
  const t = useTranslations('definitions');
  const label = useFieldLabel();
  const errorText = useErrorText();
  const { caseReferences } = form.values;
  const error = errorText(form.errors.caseReferences);
  const change = (next: CaseReference[]) => form.onChange({ caseReferences: next });
  const set = (index: number, part: Partial<CaseReference>) =>
    change(caseReferences.map((row, other) => (other === index ? { ...row, ...part } : row)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 text-sm font-semibold">{label('caseReferences')}</legend>
      {caseReferences.map((row, index) => {
        const number = String(index + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row being typed has no name of its own
          <fieldset key={index} className="flex items-end gap-2">
            <legend className="sr-only">{t('edit.caseReference', { number })}</legend>
            <div className="grid min-w-0 grow gap-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
              <Select
                label={t('edit.caseKind')}
                options={CASE_REFERENCE_KINDS.map((kind) => ({ value: kind, label: t(`caseReference.${kind}`) }))}
                value={row.kind}
                onChange={(kind) => set(index, { kind })}
              />
              <TextField label={t('edit.caseValue')} value={row.value} onChange={(value) => set(index, { value })} />
            </div>
            <IconButton
              label={t('edit.removeCaseReference', { number })}
              onPress={() => change(caseReferences.filter((_, other) => other !== index))}
            >
              <Trash2 aria-hidden size={18} />
            </IconButton>
          </fieldset>
        );
      })}
      {error ? <p className={FIELD_ERROR}>{error}</p> : null}
      <Button
        size="small"
        className="self-start"
        icon={<Plus aria-hidden size={15} />}
        onPress={() => change([...caseReferences, { kind: 'ecli', value: '' }])}
      >
        {t('edit.addCaseReference')}
      </Button>
    </fieldset>
  );
}
