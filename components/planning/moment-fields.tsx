'use client';

import { useTranslations } from 'use-intl';
import { TextField } from '#components/ui/text-field.tsx';
import type { StartMomentState } from './use-start-moment.ts';

/** A day and a time to type. */
export function MomentFields({ moment: { text, problem, setText } }: { moment: StartMomentState }) {
  const t = useTranslations('planning.start');
  const dayProblem = problem === 'day' ? t('dayWrong') : problem === 'past' ? t('past') : undefined;
  return (
    <div className="grid grid-cols-[minmax(0,11rem)_minmax(0,7rem)] items-start gap-3">
      <TextField
        label={t('day')}
        placeholder={t('dayHint')}
        value={text.day}
        onChange={(day) => setText({ ...text, day })}
        error={dayProblem}
      />
      <TextField
        label={t('time')}
        placeholder={t('timeHint')}
        value={text.time}
        onChange={(time) => setText({ ...text, time })}
        error={problem === 'time' ? t('timeWrong') : undefined}
      />
    </div>
  );
}
