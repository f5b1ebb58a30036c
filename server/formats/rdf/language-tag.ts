const TAG = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;

/** A language tag as it is usually written: `nl-BE`, `sr-Latn`. Case means nothing in it, and readers differ in what they keep. */
export function languageTag(tag: string): string {
  return tag
    .toLowerCase()
    .split('-')
    .map((part, index) => {
      if (index === 0) return part;
      if (/^[a-z]{2}$/.test(part)) return part.toUpperCase();
      return /^[a-z]{4}$/.test(part) ? `${part.slice(0, 1).toUpperCase()}${part.slice(1)}` : part;
    })
    .join('-');
}

export function isLanguageTag(tag: string): boolean {
  return TAG.test(tag);
}
