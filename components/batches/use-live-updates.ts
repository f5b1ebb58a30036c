'use client';

import { useEffect, useState } from 'react';

/** Whether the page moves by itself. Off when the person says so, and while the tab is not looked at. */
export function useLiveUpdates(): [live: boolean, setLive: (live: boolean) => void] {
  const [wanted, setWanted] = useState(true);
  const [looking, setLooking] = useState(true);
  useEffect(() => {
    const look = () => setLooking(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return [wanted && looking, setWanted];
}
