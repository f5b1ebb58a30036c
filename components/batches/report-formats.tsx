'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Card } from '#components/ui/card.tsx';
import type { Report } from '#contract/reports.ts';
import { EXPORT_FORMAT_NAMES } from '#domain/export-formats.ts';
import { isForReading } from '#domain/fidelity.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import { useFormatLosses } from './use-format-losses.ts';

/** What the files of an export carry of a definition: a line for each format, and its conventions for whoever wants to know. */
export function ReportFormats({ formats }: { formats: Report['formats'] }) {
  const t = useTranslations('batches.report');
  const locale = useLocale();
  const losses = useFormatLosses();
  if (formats.length === 0) return null;
  return (
    <Card title={t('formats')} className="lg:col-span-2">
      <dl className="flex flex-col gap-3 text-sm">
        {formats.map(({ name, conventions }) => (
          <div key={name}>
            <dt className="font-medium">{EXPORT_FORMAT_NAMES[name][locale]}</dt>
            <dd className="text-ink-muted">
              {losses(name)}
              {conventions.length > 0 && !isForReading(name) ? (
                <details className="pt-1">
                  <summary className="w-fit cursor-default rounded-sm text-accent hover:underline">
                    {t('conventions', { count: conventions.length })}
                  </summary>
                  <ul className="flex list-disc flex-col gap-0.5 pt-1 pl-5">
                    {conventions.map(({ field, text }) => (
                      <li key={field}>
                        {fieldLabel(field, locale)}: {text[locale]}
                      </li>
                    ))}
                  </ul>
                </details>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
