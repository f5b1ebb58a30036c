'use client';

import { useTranslations } from 'use-intl';

/** Words for the codes of the audit trail; a code nobody wrote words for is shown as it is. */
export function useAuditWords() {
  const t = useTranslations('audit');
  // The codes come from the server, so that their keys cannot be checked when this is compiled.
  const wordOf = (key: string, code: string): string => {
    const known = key as 'title';
    return t.has(known) ? t(known) : code;
  };
  return {
    /** `job.confirm` */
    action: (code: string): string => wordOf(`actions.${code}`, code),
    /** What stands before the dot of an action, such as `job`. */
    kind: (code: string): string => wordOf(`kinds.${code}`, code),
    /** The kind of thing it is about, such as `job` */
    subject: (code: string): string => wordOf(`subjects.${code}`, code),
  };
}
