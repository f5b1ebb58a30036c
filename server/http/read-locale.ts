import { LOCALES, type Locale } from '#domain/locale.ts';

/** The first language of ours that `Accept-Language` asks for, by its weights; Dutch when it asks for none. */
export function readLocale(header: string | undefined): Locale {
  const wishes = (header ?? '').split(',').map((part, index) => {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const weight = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), index };
  });
  wishes.sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { language, weight } of wishes) {
    const locale = LOCALES.find((known) => known === language);
    if (locale && weight > 0) return locale;
  }
  return 'nl';
}
