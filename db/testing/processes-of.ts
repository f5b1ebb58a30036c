import { readdirSync, readFileSync } from 'node:fs';

export type SeenProcess = Readonly<{ pid: number; command: string }>;

/** Every living process whose command line or environment names this folder (Linux). */
export function processesOf(folder: string): SeenProcess[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!pid || pid === process.pid) return [];
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      return command.includes(folder) || environment.includes(folder) ? [{ pid, command }] : [];
    } catch {
      return [];
    }
  });
}
