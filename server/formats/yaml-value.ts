import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { fieldTarget } from './field-names.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** What a piece of YAML says, or why it cannot be read: a code of a finding, and where, in the piece (1-based). */
type YamlReading = { value: unknown } | { code: string; line: number; column: number };

/** Of these names, and of those we do not know, a bare `12` is a number; elsewhere every value is a text. */
const TYPED = new Set(['extras', 'version', 'schemaVersion']);
const isTyped = (name: string) => TYPED.has(name) || fieldTarget(name) === null;

/** More in one definition is not read: all of YAML is slow to read, and the import goes on meanwhile. */
const MAX_LENGTH = 256 * 1024;
const MAX_DEPTH = 40;

class Refused extends Error {
  readonly code: string;
  readonly offset: number;
  constructor(code: string, offset: number) {
    super(code);
    this.code = code;
    this.offset = offset;
  }
}

/**
 * Reads one piece of YAML 1.2 as JSON's values. Aliases and tags of somebody's own are refused; a text is what stands there, so
 * that `1.10` and `007` stay what they are.
 */
export function yamlValue(text: string): YamlReading {
  const plain = readPlainYaml(text, isTyped);
  if (plain) return { value: plain };
  if (text.length > MAX_LENGTH) return { code: 'yaml_too_long', line: 1, column: 1 };
  const lines = new LineCounter();
  // What is not closed is found missing at the end; blank lines after it are no place to look.
  const end = text.trimEnd().length;
  const at = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, end));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, {
      schema: 'core',
      // Looked after below: the library compares every name with every other.
      uniqueKeys: false,
      version: '1.2',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const wrong: YAMLError | undefined = document.errors[0] ?? document.warnings[0];
    if (wrong) return { code: isTag(wrong) ? 'yaml_tag' : 'yaml_broken', ...at(wrong.pos[0]) };
    return { value: nodeValue(document.contents, false, 0, true) };
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, ...at(error.offset) };
    // The library walks what is in one another by calling itself.
    if (error instanceof RangeError) return { code: 'yaml_too_deep', line: 1, column: 1 };
    throw error;
  }
}

const isTag = ({ code }: YAMLError) => code === 'TAG_RESOLVE_FAILED';

function nodeValue(node: unknown, typed: boolean, depth: number, isRecord: boolean): unknown {
  const offset = (node as { range?: [number] | null } | null)?.range?.[0] ?? 0;
  if (depth > MAX_DEPTH) throw new Refused('yaml_too_deep', offset);
  if (isAlias(node)) throw new Refused('yaml_alias', offset);
  if (isScalar(node)) {
    if (node.value === null || typed || node.type !== 'PLAIN') return jsonScalar(node.value);
    return node.source ?? String(node.value);
  }
  // A list at the top holds records; so their names are those of fields, too.
  if (isSeq(node)) return node.items.map((item) => nodeValue(item, typed, depth + 1, isRecord));
  if (!isMap(node)) return null;
  const entries = new Map<string, unknown>();
  for (const pair of node.items) {
    const { key, value } = isPair(pair) ? pair : { key: null, value: null };
    if (!isScalar(key)) throw new Refused('yaml_broken', offset);
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    if (entries.has(name)) throw new Refused('yaml_broken', key.range?.[0] ?? offset);
    entries.set(name, nodeValue(value, isRecord ? isTyped(name) : typed, depth + 1, false));
  }
  return Object.fromEntries(entries);
}

/** Numbers JSON does not have are kept as texts. */
function jsonScalar(value: unknown): unknown {
  if (typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))) return String(value);
  return value;
}
