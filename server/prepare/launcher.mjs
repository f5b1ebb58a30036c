import { readFileSync } from 'node:fs';

const WATCH_EVERY_MS = 500;
const SHELLS = ['sh', 'bash', 'dash', 'zsh', 'ksh', 'busybox'];

/**
 * Calls `onGone` once when npm, which started this process (perhaps through a shell), is no longer there. Does nothing when it
 * was started by hand: then closing the terminal need not end it.
 * @param {() => void} onGone
 */
export function whenLauncherIsGone(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const before = launchers();
  const watch = setInterval(() => {
    if (launchers() === before) return;
    clearInterval(watch);
    onGone();
  }, WATCH_EVERY_MS).unref();
}

/** The parent, and the parent of a parent that is only a shell. A killed one's children are handed to another process. */
function launchers() {
  const { name, parent } = about(process.ppid);
  return SHELLS.includes(name) ? `${process.ppid} ${parent}` : `${process.ppid}`;
}

function about(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    return { name: text.slice(text.indexOf('(') + 1, end), parent: text.slice(end + 2).split(' ')[1] };
  } catch {
    return { name: '', parent: '' };
  }
}
