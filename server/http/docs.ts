import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Api } from './endpoint.ts';

const read = (name: string) => readFileSync(new URL(`./docs/${name}`, import.meta.url), 'utf8');
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page that shows /api/v1/openapi.json to people. It is whole in itself and asks no other host for anything. */
export function addDocs(api: Api): void {
  const script = read('page.js');
  const style = read('page.css');
  const page = read('page.html')
    .replace('/*style*/', () => style)
    .replace('/*script*/', () => script);
  const policy = `default-src 'none'; connect-src 'self'; script-src ${hash(script)}; style-src ${hash(style)}; frame-ancestors 'none'`;
  api.get('/api/docs', (c) => c.html(page, 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' }));
}
