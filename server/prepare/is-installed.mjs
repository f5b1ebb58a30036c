/**
 * Whether what npm last put into node_modules (its own list there, written last) is what the lock file names for this machine.
 * @param {Record<string, LockedPackage>} wanted
 * @param {Record<string, LockedPackage>} present
 * @param {{ platform: string, arch: string }} machine
 * @typedef {{ version?: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string[] }} LockedPackage
 */
export function isInstalled(wanted, present, machine) {
  const needed = Object.entries(wanted).filter(([path, entry]) => path !== '' && isNeeded(entry, machine));
  return (
    needed.every(([path, entry]) => present[path]?.version === entry.version) &&
    Object.entries(present).every(([path, entry]) => wanted[path]?.version === entry.version)
  );
}

/** An optional package without a platform may be left out by npm for reasons of its own; one for this platform may not. */
function isNeeded(entry, machine) {
  if (!entry.optional) return true;
  if (!entry.os || !entry.cpu || entry.libc) return false;
  return suits(entry.os, machine.platform) && suits(entry.cpu, machine.arch);
}

function suits(list, value) {
  const names = [list].flat();
  if (names.includes(`!${value}`)) return false;
  return names.includes(value) || names.every((name) => name.startsWith('!'));
}
