/** Texts that need no quotes in any reading of YAML: they begin with a letter and hold no sign that means something there. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} .,;()'’“”/%&+€_-]*(?<! )$/u;
/** Words that one version of YAML or another takes for something else than text. */
const WORDS = /^(?:null|true|false|yes|no|on|off|y|n|nan|inf)$/i;
/** What may stand in a literal block as it is; other signs are written as escapes, between quotes. */
const BLOCK = /^[\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Whether a text is one that YAML takes for the very same text without quotes. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !WORDS.test(text);
}

/** Whether a text of several lines can stand as an indented block, line by line as it is. */
export function isBlock(text: string): boolean {
  return text.includes('\n') && !/^[\s\n]|\n$/.test(text) && BLOCK.test(text);
}

/** A text on one line of YAML. JSON's quotes and escapes are also YAML's. */
export function yamlScalar(text: string): string {
  if (isPlain(text)) return text;
  return JSON.stringify(text).replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
