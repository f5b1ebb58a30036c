'use client';

import { useTranslations } from 'use-intl';

const NAMES_SHOWN = 3;

/** Files by their names, the first few of many. */
export function useFileNames(): (files: readonly { file: string }[]) => string {
  const t = useTranslations('import.tables');
  return (files) => {
    const names = files
      .slice(0, NAMES_SHOWN)
      .map(({ file }) => file)
      .join(', ');
    return files.length > NAMES_SHOWN ? t('names', { names, count: files.length - NAMES_SHOWN }) : names;
  };
}
