'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useRuleSettings } from '#components/api/use-rule-settings.ts';
import { announce } from '#components/ui/live-region.tsx';
import type { DefinitionContent } from '#domain/definition.ts';
import { scorePoints } from '#domain/score-points.ts';
import { type Validation, validate } from '#domain/validation/validate.ts';
import { useSettledValue } from './use-settled-value.ts';

/** After so long without a key the text is checked, and after so much longer the outcome is said. */
const PAUSE_MS = 250;
const SAY_AFTER_MS = 1200;

export type LiveCheck =
  | { state: 'loading' }
  | { state: 'failed' }
  /** `content` is what was checked: what is typed may be a moment ahead of it. */
  | { state: 'checked'; content: DefinitionContent; validation: Validation };

/**
 * Checks what is being typed with the rules of the person's organisation, here in the browser, and says politely how it stands
 * when that has become something else. Rules about other definitions wait for the server.
 */
export function useLiveCheck(content: DefinitionContent): LiveCheck {
  const t = useTranslations('rules.live');
  const settings = useRuleSettings();
  const settled = useSettledValue(content, PAUSE_MS);
  const check = useMemo(
    (): LiveCheck =>
      settings.data
        ? { state: 'checked', content: settled, validation: validate(settled, settings.data) }
        : { state: settings.isError ? 'failed' : 'loading' },
    [settings.data, settings.isError, settled],
  );
  const outcome =
    check.state === 'checked'
      ? t('announced', {
          score: String(scorePoints(check.validation.score)),
          count: check.validation.findings.length,
        })
      : null;
  const lasting = useSettledValue(outcome, SAY_AFTER_MS);
  const said = useRef<string | null>(null);
  useEffect(() => {
    // How it stood when the form opened is on the page already.
    said.current ??= outcome;
  }, [outcome]);
  useEffect(() => {
    if (lasting === null || said.current === null || said.current === lasting) return;
    said.current = lasting;
    announce(lasting);
  }, [lasting]);
  return check;
}
