'use client';

import { useState } from 'react';
import { type MomentProblem, type MomentText, readMoment, tomorrow } from './read-moment.ts';

export type StartMomentState = {
  later: boolean;
  text: MomentText;
  problem: MomentProblem | null;
  setLater: (later: boolean) => void;
  setText: (text: MomentText) => void;
  /** What to give to `POST /batches`: nothing for now, a moment for later; null when that is wrong, which then shows. */
  read: () => { scheduledFor?: string } | null;
};

/** Now, or at a moment that somebody types. */
export function useStartMoment({ later: laterAtFirst = false } = {}): StartMomentState {
  const [later, setLater] = useState(laterAtFirst);
  const [text, setText] = useState(() => tomorrow(new Date()));
  const [problem, setProblem] = useState<MomentProblem | null>(null);
  return {
    later,
    text,
    problem,
    setLater: (next) => {
      setLater(next);
      setProblem(null);
    },
    setText: (next) => {
      setText(next);
      setProblem(null);
    },
    read: () => {
      if (!later) return {};
      const moment = readMoment(text, new Date());
      setProblem('wrong' in moment ? moment.wrong : null);
      return 'wrong' in moment ? null : { scheduledFor: moment.at };
    },
  };
}
