'use client';

import { ExternalLink } from 'lucide-react';
import type { Source } from '#domain/definition.ts';
import { LegalText } from './legal-text.tsx';
import { webAddress } from './web-address.ts';

/** Where a definition comes from; a web address is a link, anything else is text. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {sources.map((source) => {
        const href = webAddress(source.uri);
        const name = source.title || source.uri || '';
        return (
          <li key={`${source.title}-${source.uri}-${source.citation}`} className="min-w-0 break-words">
            {href ? (
              <a href={href} rel="noreferrer" className="inline-block min-h-6 text-accent underline underline-offset-2">
                {name}
                <ExternalLink aria-hidden size={13} className="ml-1 inline" />
              </a>
            ) : (
              <span className="font-medium">
                <LegalText text={name} />
              </span>
            )}
            {source.citation ? (
              <p className="text-ink-muted">
                <LegalText text={source.citation} />
              </p>
            ) : null}
            {source.uri && source.title ? <p className="text-xs break-all text-ink-muted">{source.uri}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
