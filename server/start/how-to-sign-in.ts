import { readFileSync } from 'node:fs';
import { demoUsersFile, type StartConfig } from '#server/config.ts';

/** What the terminal shows when everything is up: where, and as whom. */
export function howToSignIn(config: Pick<StartConfig, 'demo' | 'dataDir' | 'publicUrl'>): string {
  const ready = `Lexport is ready: ${config.publicUrl}`;
  if (!config.demo) return `${ready}\nNobody to sign in with yet? npm run create-admin makes the first administrator.`;
  const file = demoUsersFile(config);
  const users = JSON.parse(readFileSync(file, 'utf8')) as { role: string; email: string; password: string }[];
  const width = (key: 'role' | 'email') => Math.max(...users.map((user) => user[key].length));
  const lines = users.map(
    (user) => `  ${user.role.padEnd(width('role'))}  ${user.email.padEnd(width('email'))}  ${user.password}`,
  );
  return [ready, `Sign in as one of these demo users (kept in ${file}):`, ...lines, 'Stop with Ctrl-C.'].join('\n');
}
