const SIGNS: Readonly<Record<string, string>> = { ' ': '␣', '\n': '⏎', '\t': '⇥' };

/** Space that was taken away or put in, as signs that can be seen; a sign for each character. */
export function visibleSpace(space: string): string {
  return [...space].map((character) => SIGNS[character] ?? '␣').join('');
}
