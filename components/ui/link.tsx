'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch'>;

/**
 * A link whose page is fetched beforehand once it is pointed at or has the focus. Next's own does so as soon as it is seen: two requests for
 * every link of the navigation and of a table, on every page that is opened, nearly all of them for nothing.
 */
export function Link({ onPointerEnter, onFocus, ...props }: LinkProps) {
  const [isWanted, setWanted] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isWanted ? null : false}
      onPointerEnter={(event) => {
        setWanted(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setWanted(true);
        onFocus?.(event);
      }}
    />
  );
}
