import type { Metadata } from 'next';
import { serverTranslator } from './request-locale.ts';

type Translate = Awaited<ReturnType<typeof serverTranslator>>;

/** The title of the tab for a page whose name is a message: `titleMetadata('audit.title')`. Server only. */
export async function titleMetadata(
  key: Extract<Parameters<Translate>[0], `${string}.title` | `shell.${string}` | 'common.notFoundTitle'>,
): Promise<Metadata> {
  const t = await serverTranslator();
  return { title: t('common.pageTitle', { page: t(key as 'audit.title') }) };
}
