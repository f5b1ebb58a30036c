'use client';

import { FileInput, FileOutput } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LinkButton } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';

/** The first day: what a batch is, in three steps, and where to begin. */
export function FirstBatchGuide({ mayStart }: { mayStart: boolean }) {
  const t = useTranslations('overview');
  const steps = [
    { title: t('guideStep1'), text: t('guideStep1Text') },
    { title: t('guideStep2'), text: t('guideStep2Text') },
    { title: t('guideStep3'), text: t('guideStep3Text') },
  ];
  return (
    <Card title={t('guideTitle')}>
      <p className="text-sm text-ink-muted">{t('guideLead')}</p>
      <ol className="flex flex-col gap-4 py-5">
        {steps.map((step, index) => (
          <li key={step.title} className="flex gap-4">
            <span
              aria-hidden
              className="flex size-8 shrink-0 items-center justify-center rounded-full border border-accent bg-accent-soft text-sm font-semibold text-accent"
            >
              {index + 1}
            </span>
            <div className="max-w-prose">
              <h3 className="pt-1 text-base font-semibold">{step.title}</h3>
              <p className="text-sm text-ink-muted">{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
      {mayStart ? (
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          <LinkButton href="/import" variant="primary" icon={<FileInput aria-hidden size={16} />}>
            {t('importAction')}
          </LinkButton>
          <LinkButton href="/definitions" icon={<FileOutput aria-hidden size={16} />}>
            {t('guideExport')}
          </LinkButton>
        </div>
      ) : (
        <p className="border-t border-line pt-4 text-sm text-ink-muted">{t('guideReadOnly')}</p>
      )}
    </Card>
  );
}
