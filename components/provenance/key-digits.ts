const RAW = 32;

/** The 64 hexadecimal digits of a public key as people paste it: as digits, Base64, or PEM. Null: it is none by its looks. */
export function keyDigits(given: string): string | null {
  const text = given.trim();
  if (/^[\da-f]{64}$/i.test(text)) return text.toLowerCase();
  const bare = text.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
  try {
    const bytes = Uint8Array.from(atob(bare), (sign) => sign.charCodeAt(0));
    // In PEM a key has its kind before it.
    if (bytes.length !== RAW && bytes.length !== RAW + 12) return null;
    return Array.from(bytes.slice(-RAW), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return null;
  }
}
