'use client';

import { useTranslations } from 'use-intl';

const COMMANDS = `printf %s 'TEXT' > challenge.txt
openssl pkeyutl -sign -rawin -inkey key.pem -in challenge.txt | base64 -w 0`;

/** How a partner signs a text with tools that are everywhere. */
export function SignHelp() {
  const t = useTranslations('provenance.enrol');
  return (
    <details className="text-sm">
      <summary className="min-h-6 cursor-default text-accent underline underline-offset-4">{t('how')}</summary>
      <p className="pt-2">{t('howText')}</p>
      <pre className="mt-2 overflow-auto rounded-md border border-line bg-ground p-3 text-xs whitespace-pre-wrap">
        {COMMANDS}
      </pre>
      <p className="pt-2">{t('howLexport')}</p>
    </details>
  );
}
