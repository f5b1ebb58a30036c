const SHORT_VOWEL = /[^aeiou]([aeou])([bcdfgklmnprst])$/;
const DOUBLE = /([bdfgklmnprst])\1$/;

/**
 * What a term in lower case may be the plural of, as far as its ending says: "zaken" of "zaak", "straffen" of "straf". Most of
 * these are no words; one that is a known term tells.
 */
export function singularsOf(term: string): string[] {
  if (term.length < 5) return [];
  if (term.endsWith('heden')) return [`${term.slice(0, -5)}heid`];
  if (term.endsWith("'s")) return [term.slice(0, -2)];
  if (term.endsWith('s')) return [term.slice(0, -1)];
  if (!term.endsWith('en')) return [];
  const stem = term.slice(0, -2);
  const singulars = [stem, term.slice(0, -1)];
  if (DOUBLE.test(stem)) singulars.push(stem.slice(0, -1));
  if (SHORT_VOWEL.test(stem))
    singulars.push(stem.replace(SHORT_VOWEL, (all, vowel) => `${all.slice(0, -2)}${vowel}${vowel}${all.slice(-1)}`));
  if (stem.endsWith('v')) singulars.push(`${stem.slice(0, -1)}f`);
  if (stem.endsWith('z')) singulars.push(`${stem.slice(0, -1)}s`);
  return singulars;
}
