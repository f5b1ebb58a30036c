/** The languages the product speaks; Dutch is the default. */
export const LOCALES = ['nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One sentence in every language the product speaks. */
export type LocalisedText = Readonly<Record<Locale, string>>;

/** Fills `{name}` placeholders; a placeholder without a value stays visible, so that a missing one is noticed. */
export function fillIn(template: string, params: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name] ?? whole) : whole,
  );
}
