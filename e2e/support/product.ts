import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Role = 'viewer' | 'editor' | 'lead' | 'auditor' | 'admin';
export type DemoUser = Readonly<{ role: Role; name: string; email: string; password: string }>;

/** Where the product under test is reached, and where it keeps everything; set by playwright.config.ts. */
export const PRODUCT = {
  url: `http://localhost:${process.env.E2E_PORT}`,
  dataDir: process.env.E2E_DATA_DIR ?? '',
} as const;

export function demoUser(role: Role): DemoUser {
  const users = JSON.parse(readFileSync(join(PRODUCT.dataDir, 'demo-users.json'), 'utf8')) as DemoUser[];
  const found = users.find((user) => user.role === role);
  if (!found) throw new Error(`There is no demo user for the role ${role}.`);
  return found;
}

/** The processors of this product and of no other: children of the process that owns the data folder. */
export function processorPids(): number[] {
  const { pid: owner } = JSON.parse(readFileSync(join(PRODUCT.dataDir, 'postgres.owner'), 'utf8')) as { pid: number };
  return runningProcesses()
    .filter(({ parent, command }) => parent === owner && command.includes('server/processor.ts'))
    .map(({ pid }) => pid);
}

type Running = { pid: number; parent: number; command: string };

function runningProcesses(): Running[] {
  if (process.platform === 'linux') return readdirSync('/proc').map(Number).filter(Boolean).flatMap(readProc);
  const lines = execFileSync('ps', ['-Ao', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid = '', parent = '', ...command] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), command: command.join(' ') };
  });
}

/** Not every container has `ps`. A process that ends while it is read is none. */
function readProc(pid: number): Running[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return [{ pid, parent: Number(parent), command }];
  } catch {
    return [];
  }
}
