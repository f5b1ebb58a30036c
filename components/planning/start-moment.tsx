'use client';

import { useTranslations } from 'use-intl';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { MomentFields } from './moment-fields.tsx';
import type { StartMomentState } from './use-start-moment.ts';

/** Asks when something starts: now or later. For any dialog that starts a batch; see `useStartMoment`. */
export function StartMoment({ moment }: { moment: StartMomentState }) {
  const t = useTranslations('planning.start');
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={t('label')}
        options={[
          { value: 'now', label: t('now') },
          { value: 'later', label: t('later') },
        ]}
        value={moment.later ? 'later' : 'now'}
        onChange={(value) => moment.setLater(value === 'later')}
      />
      {moment.later ? <MomentFields moment={moment} /> : null}
    </div>
  );
}
