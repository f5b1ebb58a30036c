'use client';

import { useEffect, useState } from 'react';

const ANNOUNCE = 'lexport:announce';
/** The same words twice in a row are told apart by an invisible space, so that they are read again. */
const AGAIN = '\u00a0';

/** Says `text` politely to assistive technology through the one live region. Do not announce every percent. */
export function announce(text: string): void {
  window.dispatchEvent(new CustomEvent<string>(ANNOUNCE, { detail: text }));
}

/** The only `role="status"` for announcements; mounted once, in the shell, and never unmounted. */
export function LiveRegion() {
  const [text, setText] = useState('');
  useEffect(() => {
    const listen = (event: Event) => {
      const next = (event as CustomEvent<string>).detail;
      setText((current) => (current === next ? `${next}${AGAIN}` : next));
    };
    window.addEventListener(ANNOUNCE, listen);
    return () => window.removeEventListener(ANNOUNCE, listen);
  }, []);
  return (
    <div role="status" aria-atomic="true" data-live-region="" data-live-announcer="true" className="sr-only">
      {text}
    </div>
  );
}
