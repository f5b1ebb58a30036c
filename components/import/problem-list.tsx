'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { findingText } from '#domain/finding-texts.ts';
import { blocks, type LocalProblem } from './local-problem.ts';

/** What the browser found wrong, in the words the server would use; nothing was sent. */
export function ProblemList({ problems }: { problems: readonly LocalProblem[] }) {
  const t = useTranslations('import.problem');
  const words = useProblemWords();
  if (problems.length === 0) return null;
  const blocking = blocks(problems);
  return (
    <Banner
      tone={blocking ? 'danger' : 'warning'}
      title={blocking ? t('title') : t('warningTitle')}
      {...(blocking ? { role: 'alert' as const } : {})}
    >
      <ul className="flex flex-col gap-1.5 pt-1">
        {problems.map((problem) => {
          const { message, advice } = words(problem);
          return (
            <li key={`${problem.code} ${JSON.stringify(problem.params)}`} className="break-words">
              {message} {advice}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}

function useProblemWords() {
  const t = useTranslations('import.problem.code');
  const locale = useLocale();
  return (problem: LocalProblem): { message: string; advice: string } => {
    if (!t.has(problem.code as never)) return findingText(problem, locale);
    return { message: t(problem.code as never, (problem.params ?? {}) as never), advice: '' };
  };
}
