/** Rules of the guidance have ids in capitals, what a safe transform would repair begins with "tidy_". */
const OF_THE_RULES = /^[A-Z]|^tidy_/;

/** Whether a finding with this code is found anew whenever the content is checked; others are about the file and the links. */
export function isOfTheRules(code: string): boolean {
  return OF_THE_RULES.test(code);
}
