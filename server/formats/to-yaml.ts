import { isBlock, yamlScalar } from './yaml-scalar.ts';

/**
 * An object as YAML that a person reads and edits: texts of several lines as blocks, quotes only where they are needed. Values are
 * those of JSON. Ends with a line end.
 */
export function toYaml(object: Readonly<Record<string, unknown>>): string {
  return entries(object, '');
}

function entries(object: Readonly<Record<string, unknown>>, indent: string): string {
  let yaml = '';
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (value !== undefined) yaml += `${indent}${yamlScalar(key)}:${inner(value, indent)}`;
  }
  return yaml;
}

/** What stands after a name and its colon, or after the dash of an entry. */
function inner(value: unknown, indent: string): string {
  if (typeof value === 'string') return isBlock(value) ? block(value, indent) : ` ${yamlScalar(value)}\n`;
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value ?? null)}\n`;
  if (Array.isArray(value)) return value.length === 0 ? ' []\n' : `\n${list(value, `${indent}  `)}`;
  const object = value as Record<string, unknown>;
  return Object.keys(object).length === 0 ? ' {}\n' : `\n${entries(object, `${indent}  `)}`;
}

function list(values: readonly unknown[], indent: string): string {
  return values.map((value) => `${indent}-${entry(value, indent)}`).join('');
}

function entry(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return inner(value, indent);
  // A list or an object in a list: its first line stands behind the dash.
  const deeper = `${indent}  `;
  const text = Array.isArray(value) ? list(value, deeper) : entries(value as Record<string, unknown>, deeper);
  return ` ${text.slice(deeper.length)}`;
}

function block(text: string, indent: string): string {
  const lines = text.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`));
  return ` |-\n${lines.join('\n')}\n`;
}
