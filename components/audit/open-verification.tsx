import { useTranslations } from 'use-intl';
import { useSteerVerification } from '#components/api/use-audit-seal.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { Verification } from '#contract/audit-verifications.ts';

/** A verification under way: how far it is, what it found so far, and a way to stop it. */
export function OpenVerification({ verification }: { verification: Verification }) {
  const t = useTranslations('verification.open');
  const format = useFormat();
  const mayVerify = useMayDo('audit:verify');
  const { stop } = useSteerVerification();
  const { status, blocks, blocksDone, entries, differenceCount } = verification;
  const text =
    blocks === null
      ? t('waiting')
      : t('running', { done: format.number(blocksDone), total: format.number(blocks), entries });
  const stopping = status === 'stopping';
  const button = (
    <Button pending={stop.isPending || stopping} onPress={() => stop.mutate(verification.id)}>
      {stopping ? t('stopping') : t('stop')}
    </Button>
  );
  return (
    <Card title={t('title')} aside={mayVerify ? button : null}>
      <div className="flex flex-col gap-2 text-sm">
        <ProgressBar
          label={t('progress')}
          total={blocks}
          segments={[{ tone: differenceCount > 0 ? 'danger' : 'accent', value: blocksDone }]}
          valueText={text}
        />
        <p className="text-ink-muted">
          {text} · {t('found', { count: differenceCount })}
        </p>
      </div>
    </Card>
  );
}
