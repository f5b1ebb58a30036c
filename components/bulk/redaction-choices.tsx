'use client';

import { CheckboxGroup, Label } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { LABEL } from '#components/ui/field-styles.ts';
import { REDACTION_KINDS } from '#domain/redaction/kinds.ts';
import { ALL_KINDS, type RedactionChoice } from './redaction-choice.ts';

type SwitchProps = {
  /** Null: nothing is redacted. */
  choice: RedactionChoice | null;
  onChange: (choice: RedactionChoice | null) => void;
  /** Whether it was asked for: before that, an empty choice is no mistake yet. */
  asked: boolean;
};

/** Whether what goes out has placeholders in place of personal data and case numbers. */
export function RedactionSwitch({ choice, onChange, asked }: SwitchProps) {
  const t = useTranslations('redaction.choices');
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-semibold">{t('title')}</h3>
      <Checkbox
        isSelected={choice !== null}
        onChange={(on) => onChange(on ? ALL_KINDS : null)}
        description={t('onHelp')}
      >
        {t('on')}
      </Checkbox>
      {choice ? (
        <div className="flex flex-col gap-3 pl-8">
          <RedactionChoices choice={choice} onChange={onChange} asked={asked} />
        </div>
      ) : null}
    </section>
  );
}

export type RedactionChoicesProps = {
  choice: RedactionChoice;
  onChange: (choice: RedactionChoice) => void;
  asked: boolean;
};

/** Which kinds are looked for, and what becomes of the numbers of cases that are kept as metadata. */
export function RedactionChoices({ choice, onChange, asked }: RedactionChoicesProps) {
  const t = useTranslations('redaction.choices');
  const kinds = useTranslations('redaction.kinds');
  const { length } = choice.kinds;
  const isMissing = asked && length === 0;
  return (
    <>
      <Checkbox
        isSelected={choice.keepCaseReferences}
        onChange={(keepCaseReferences) => onChange({ ...choice, keepCaseReferences })}
        description={t('keepCasesHelp')}
      >
        {t('keepCases')}
      </Checkbox>
      <details open={isMissing || undefined}>
        <summary className="w-fit cursor-default rounded-sm text-accent hover:underline">
          {t('kinds')}: {t('some', { count: length, all: REDACTION_KINDS.length })}
        </summary>
        <CheckboxGroup
          value={[...choice.kinds]}
          onChange={(values) => onChange({ ...choice, kinds: REDACTION_KINDS.filter((kind) => values.includes(kind)) })}
          isInvalid={isMissing}
          className="pt-2"
        >
          <Label className={`${LABEL} sr-only`}>{t('kinds')}</Label>
          <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {REDACTION_KINDS.map((kind) => (
              <Checkbox key={kind} value={kind}>
                {kinds(kind)}
              </Checkbox>
            ))}
          </div>
          {isMissing ? (
            <p role="alert" className="text-danger-ink">
              {t('noKind')}
            </p>
          ) : null}
        </CheckboxGroup>
      </details>
    </>
  );
}
