import { ExternalLink } from 'lucide-react';
import { Fragment } from 'react';
import { findLegalIdentifiers } from '#domain/legal-identifiers.ts';
import { legalLink } from '#domain/legal-links.ts';

/** A text in which provisions of law and rulings are links to where they can be read. */
export function LegalText({ text }: { text: string }) {
  const found = findLegalIdentifiers(text);
  let from = 0;
  return (
    <>
      {found.map(({ start, end, text: own, identifier }) => {
        const before = text.slice(from, start);
        const href = legalLink(identifier);
        from = end;
        return (
          <Fragment key={start}>
            {before}
            {href ? (
              <a href={href} rel="noreferrer" className="inline-block min-h-6 text-accent underline underline-offset-2">
                {own}
                <ExternalLink aria-hidden size={13} className="ml-1 inline" />
              </a>
            ) : (
              own
            )}
          </Fragment>
        );
      })}
      {text.slice(from)}
    </>
  );
}
