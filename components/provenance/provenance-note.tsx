'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner, type BannerTone } from '#components/ui/banner.tsx';
import { type Provenance, verdictOf } from '#domain/provenance.ts';

const SHOWN = 20;

/** Who vouches for what came in, and what of it was changed since; a line for what nobody signed where that is accepted. */
export function ProvenanceNote({ provenance }: { provenance: Provenance | null }) {
  const t = useTranslations('provenance.note');
  const format = useFormat();
  if (!provenance) return null;
  const { signer, key, exported, endedAt, changed } = provenance;
  const verdict = verdictOf(provenance);
  if (signer === 'none' && verdict === 'accept') return <p className="text-sm text-ink-muted">{t('unsigned')}</p>;
  const name = key?.name ?? key?.id ?? '';
  return (
    <Banner tone={toneOf(provenance)} title={t(`signer.${signer}`, { name })}>
      <div className="flex flex-col gap-1">
        {exported ? (
          <p>
            {t('exported', {
              by: exported.by,
              organisation: exported.organisation,
              when: format.dateTime(exported.at),
            })}
          </p>
        ) : null}
        {endedAt ? (
          <p>{t(`ended.${signer === 'revoked' ? 'revoked' : 'expired'}`, { when: format.dateTime(endedAt) })}</p>
        ) : null}
        {key ? <p className="break-all">{t('key', { id: key.id })}</p> : null}
        {changed === false ? <p>{t('same')}</p> : null}
        {changed === null && exported ? <p>{t('notCompared')}</p> : null}
        {changed ? <Changes provenance={provenance} /> : null}
        {provenance.policy.map(({ case: which, choice }) => (
          <p key={which}>{t(`policy.${choice}`, { case: t(`case.${which}`) })}</p>
        ))}
      </div>
    </Banner>
  );
}

function toneOf(provenance: Provenance): BannerTone {
  const verdict = verdictOf(provenance);
  if (verdict === 'refuse') return 'danger';
  if (verdict === 'warn') return 'warning';
  return provenance.policy.length === 0 ? 'success' : 'info';
}

function Changes({ provenance: { changes, changeCount, indexFiles, listed } }: { provenance: Provenance }) {
  const t = useTranslations('provenance.note');
  const shown = changes.slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">{t('changed', { count: changeCount })}</p>
      {indexFiles.length > 0 ? (
        <p>{t(listed ? 'wordsOnly' : 'listChanged', { files: indexFiles.join(', ') })}</p>
      ) : null}
      {shown.length > 0 ? (
        <ul className="list-disc pl-5">
          {shown.map(({ file, change, term }) => (
            <li key={file} className="break-words">
              {term === null ? file : `${term} (${file})`}: {t(`change.${change}`)}
            </li>
          ))}
        </ul>
      ) : null}
      {changeCount > shown.length ? <p>{t('more', { count: changeCount - shown.length })}</p> : null}
    </div>
  );
}
