const OLDEST = 20;

/**
 * One sentence for a Node that cannot even install Lexport, undefined for one that can. Readable by very old Nodes itself.
 * @param {string} version such as "20.20.2"
 */
export function tooOld(version) {
  if (Number.parseInt(version, 10) >= OLDEST) return undefined;
  return `Lexport needs Node ${OLDEST} or newer, and this is Node ${version}. Install a newer one from your system or nodejs.org.`;
}
