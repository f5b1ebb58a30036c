'use client';

import { CheckboxGroup, Label } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { FIELD_ERROR, LABEL } from '#components/ui/field-styles.ts';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { REPEATS, type RepeatState } from './use-repeat.ts';
import { useWeekdays } from './use-when-words.ts';

/** The last days of a month are not in every month; its last day is. */
const DAYS = [...Array.from({ length: 28 }, (_, index) => String(index + 1)), 'last'];

/** How often, and at which time; or a cron expression. */
export function WhenFields({ repeat, cronError }: { repeat: RepeatState; cronError: string | undefined }) {
  const t = useTranslations('planning.every');
  const { choice, problem, choose } = repeat;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-3">
        <Select
          label={t('label')}
          options={REPEATS.map((value) => ({ value, label: t(value) }))}
          value={choice.kind}
          onChange={(kind) => choose({ kind })}
          className="w-52"
        />
        {choice.kind === 'monthly' ? (
          <Select
            label={t('day')}
            options={DAYS.map((value) => ({ value, label: value === 'last' ? t('lastDay') : value }))}
            value={choice.day}
            onChange={(day) => choose({ day })}
            className="w-52"
          />
        ) : null}
        {choice.kind === 'cron' ? null : (
          <TextField
            label={t('time')}
            value={choice.time}
            onChange={(time) => choose({ time })}
            error={problem === 'time' ? t('timeWrong') : undefined}
            className="w-28"
          />
        )}
      </div>
      {choice.kind === 'weekly' ? <Weekdays repeat={repeat} /> : null}
      {choice.kind === 'cron' ? (
        <TextField
          label={t('cronLabel')}
          description={t('cronHelp')}
          value={choice.cron}
          onChange={(cron) => choose({ cron })}
          error={problem === 'cron' ? t('cronMissing') : cronError}
          className="[&_input]:font-mono"
        />
      ) : null}
    </div>
  );
}

function Weekdays({ repeat: { choice, problem, choose } }: { repeat: RepeatState }) {
  const t = useTranslations('planning.every');
  const weekdays = useWeekdays();
  return (
    <CheckboxGroup
      value={choice.days.map(String)}
      onChange={(days) => choose({ days: days.map(Number) })}
      isInvalid={problem === 'days'}
      className="flex flex-col gap-1"
    >
      <Label className={LABEL}>{t('days')}</Label>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {weekdays.map((name, index) => (
          <Checkbox key={name} value={String(index + 1)}>
            {name}
          </Checkbox>
        ))}
      </div>
      {problem === 'days' ? (
        <p role="alert" className={FIELD_ERROR}>
          {t('daysWrong')}
        </p>
      ) : null}
    </CheckboxGroup>
  );
}
