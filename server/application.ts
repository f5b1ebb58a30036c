import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** What we call ourselves in manifests and to operators. */
export const APPLICATION = Object.freeze({ name: 'Lexport', version });
