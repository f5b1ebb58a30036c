'use client';

import { useTranslations } from 'use-intl';
import { LiveCheckPanel } from '#components/rules/live-check-panel.tsx';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Card } from '#components/ui/card.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { DefinitionContent } from '#domain/definition.ts';
import type { FormErrors } from './check-form.ts';
import { EditCaseReferences } from './edit-case-references.tsx';
import { EditChoices } from './edit-choices.tsx';
import { EditField, type EditFieldContext } from './edit-field.tsx';
import { EditSources } from './edit-sources.tsx';
import type { FormField, FormValues } from './form-values.ts';
import { useErrorText } from './use-error-text.ts';

export type EditFormProps = {
  values: FormValues;
  /** As it would be saved now. */
  content: DefinitionContent;
  onChange: (part: Partial<FormValues>) => void;
  reason: string;
  onReason: (reason: string) => void;
  errors: FormErrors;
  /** Fields somebody else changed too; `theirs` says what they made of them. */
  both: readonly FormField[];
  theirs: DefinitionContent;
};

/** The fields of a definition, in the order one thinks about them. */
export function EditForm({ values, content, onChange, reason, onReason, errors, both, theirs }: EditFormProps) {
  const t = useTranslations('definitions');
  const label = useFieldLabel();
  const errorText = useErrorText();
  const form: EditFieldContext = { values, onChange, errors, both, theirs };
  return (
    <>
      <Card title={t('edit.main')}>
        <div className="flex flex-col gap-4">
          <EditField form={form} name="term" label={label('term')} isRequired autoFocus />
          <EditField form={form} name="definition" label={label('definition')} rows={6} isRequired />
          <EditField form={form} name="explanation" label={label('explanation')} rows={4} />
        </div>
      </Card>
      <Card title={t('edit.check')}>
        <LiveCheckPanel content={content} onShow={selectInText} />
      </Card>
      <Card title={t('edit.context')}>
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <EditField form={form} name="organisationalContext" label={label('organisationalContext')} isList />
          <EditField form={form} name="legalContext" label={label('legalContext')} isList />
          <EditField form={form} name="legalBasis" label={label('legalBasis')} isList />
        </div>
      </Card>
      <Card title={t('edit.metadata')}>
        <EditChoices form={form} />
      </Card>
      <Card title={t('edit.words')}>
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <EditField form={form} name="preferredTerm" label={label('preferredTerm')} />
          <EditField form={form} name="synonyms" label={label('synonyms')} isList />
          <EditField form={form} name="antonyms" label={label('antonyms')} isList />
        </div>
      </Card>
      <Card title={t('edit.examples')}>
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <EditField form={form} name="sentence" label={t('example.sentence')} isList />
          <EditField form={form} name="practical" label={t('example.practical')} isList />
          <EditField form={form} name="counter" label={t('example.counter')} isList />
        </div>
      </Card>
      <Card title={t('edit.references')}>
        <div className="flex flex-col gap-6">
          <EditSources form={form} />
          <EditCaseReferences form={form} />
        </div>
      </Card>
      <Card title={t('edit.why')}>
        <TextField
          label={t('edit.why')}
          description={t('edit.whyHint')}
          value={reason}
          onChange={onReason}
          isRequired
          error={errorText(errors.reason)}
        />
      </Card>
    </>
  );
}

/** Leads to a place in the text of the definition. */
function selectInText(start: number, end: number): void {
  const field = document.querySelector<HTMLTextAreaElement>('textarea[name="definition"]');
  field?.focus();
  field?.setSelectionRange(start, end);
}
