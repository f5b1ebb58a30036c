import { decodeText } from '#server/formats/decode-text.ts';

const SAMPLE = 64 * 1024;

export type Syntax = 'turtle' | 'trig' | 'n-triples' | 'rdf-xml' | 'json-ld';

const EXTENSIONS: Readonly<Record<Syntax, RegExp>> = {
  turtle: /\.(?:ttl|n3)$/i,
  trig: /\.trig$/i,
  'n-triples': /\.(?:nt|nq)$/i,
  'rdf-xml': /\.(?:rdf|owl)$/i,
  'json-ld': /\.jsonld$/i,
};

const DIRECTIVE = /^(?:@(?:prefix|base)\s|(?:prefix\s+[\w.-]*:|base)\s*<)/i;
const TRIPLE_LINE = /^(?:<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s+(?:<[^<>\s]*>|_:\S+|".*"\S*)\s*(?:<[^<>\s]*>\s*)?\.$/;
const SUBJECT = /^<[^<>\s]*>\s+(?:a\s|<[^<>\s]*>|[\w-]*:[\w-]+\s)/;
const GRAPH_BLOCK = /(?:^|[\s.])(?:GRAPH\s+)?(?:<[^<>\s]*>|[\w-]+:[\w-]*)\s*\{/i;
const FIRST_SIGNS: Readonly<Record<Syntax, string>> = {
  turtle: '@<#PpBb',
  trig: '@<#PpBb',
  'n-triples': '<_#',
  'rdf-xml': '<',
  'json-ld': '{[',
};
/** A text within a line: what is in it is no syntax. */
const TEXT = /"(?:[^"\\\n]|\\.)*"/g;
/** A key that only JSON-LD begins an object with. */
const FIRST_KEY = /^(?:\[\s*)*\{\s*"@(?:context|graph|id|type|base|language|vocab|included|version)"/;

/** How sure it is that a file is in one of the syntaxes of RDF: by its content first, by its name second. */
export function detectRdf(syntax: Syntax, bytes: Uint8Array, fileName: string): number {
  const isNamed = EXTENSIONS[syntax].test(fileName);
  if (!isNamed && cannotBe(syntax, bytes)) return 0;
  const text = decodeText(bytes.subarray(0, SAMPLE), { fallback: 'windows-1252' }).text ?? '';
  if (text.trim() === '') return isNamed ? 0.6 : 0;
  if (syntax === 'rdf-xml') return detectXml(text, isNamed);
  if (syntax === 'json-ld') return detectJson(text, isNamed, bytes.length);
  if (/^\s*[{[]|^%PDF|^PK/.test(text) && syntax !== 'trig') return isTurtle(text) && isNamed ? 0.9 : 0;
  const found = detectLines(text);
  if (found === syntax) return 1;
  // A name says which of two that look the same it is; and something of that name that is broken is still meant to be it.
  if (isNamed) return found === null ? (/^\s*</.test(text) && /^\s*<\?xml/.test(text) ? 0 : 0.6) : 0.98;
  return 0;
}

/** Of a hundred thousand files in an archive most are something else, as their first sign shows. */
function cannotBe(syntax: Syntax, bytes: Uint8Array): boolean {
  const isWide = bytes[0] === 0 || bytes[1] === 0 || bytes[0] === 0xff || bytes[0] === 0xfe;
  if (isWide) return false;
  const at = bytes.subarray(0, 200).findIndex((byte) => byte > 0x20 && byte < 0x80);
  const first = at < 0 ? '' : String.fromCharCode(bytes[at] as number);
  if (!FIRST_SIGNS[syntax].includes(first)) return true;
  if (syntax !== 'json-ld') return false;
  return !Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE)).includes('"@');
}

function detectLines(text: string): Syntax | null {
  const lines = text.split(/\r?\n/, 400).map((line) => line.trim());
  const first = lines.find((line) => line !== '' && !line.startsWith('#'));
  if (first === undefined) return null;
  if (TRIPLE_LINE.test(first.slice(0, 4_000))) return 'n-triples';
  if (!DIRECTIVE.test(first) && !SUBJECT.test(first)) return null;
  const body = lines
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(TEXT, '""');
  return GRAPH_BLOCK.test(body) ? 'trig' : 'turtle';
}

function isTurtle(text: string): boolean {
  return /^\s*\[\s*(?:\]|a\s)/.test(text);
}

function detectXml(text: string, isNamed: boolean): number {
  if (!/^\s*<[?!a-z]/i.test(text)) return isNamed ? 0.6 : 0;
  if (/<(?:\w+:)?RDF[\s>]|22-rdf-syntax-ns#|<!DOCTYPE\s+\w+:RDF/.test(text)) return 1;
  return isNamed ? 0.6 : 0;
}

function detectJson(text: string, isNamed: boolean, length: number): number {
  const start = text.trimStart();
  if (!/^[[{]/.test(start)) return isNamed ? 0.6 : 0;
  if (isNamed || FIRST_KEY.test(start)) return 1;
  const isOurs = /"(?:schemaVersion|definitions|definities|export_info)"\s*:/.test(text);
  return !isOurs && length <= SAMPLE * 16 && /"@context"\s*:/.test(text) && /"@?graph"\s*:/.test(text) ? 1 : 0;
}
