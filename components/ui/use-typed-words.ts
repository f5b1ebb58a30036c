'use client';

import { useEffect, useState } from 'react';

export type TypedWords = {
  /** What is asked for now, wherever that came from. */
  asked: string;
  onAsk: (words: string) => void;
  pauseMs: number;
  /** What of the text is asked for; all of it when absent. */
  clean?: (text: string) => string;
};

const asTyped = (text: string) => text;

/**
 * The text of a search field: what is typed is asked for after a pause, and what comes from elsewhere (a link, the back button,
 * "clear all") replaces it. `clean` must stay the same function.
 */
export function useTypedWords({ asked: given, onAsk, pauseMs, clean = asTyped }: TypedWords) {
  const [text, setText] = useState(given);
  const [asked, setAsked] = useState(given);
  if (given !== asked) {
    setAsked(given);
    setText(given);
  }
  useEffect(() => {
    const words = clean(text);
    if (words === asked) return;
    const pause = setTimeout(() => {
      setAsked(words);
      onAsk(words);
    }, pauseMs);
    return () => clearTimeout(pause);
  }, [text, asked, onAsk, pauseMs, clean]);
  return { text, setText };
}
