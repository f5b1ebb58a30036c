'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useMe } from '#components/api/use-me.ts';
import { usePeople } from '#components/api/use-people.ts';
import { ClassificationMark } from '#components/statuses/classification-mark.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Person } from '#contract/people.ts';
import { ClearanceDialog } from './clearance-dialog.tsx';

/** Who there is and how highly classified the things are that each may see. */
export function PeoplePage() {
  const t = useTranslations('people');
  const { data, error, refetch } = usePeople();
  const [changing, setChanging] = useState<Person | null>(null);
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} />
      {error && !data ? <LoadError query={{ error, refetch }} /> : null}
      {!error && !data ? <SkeletonRows rows={6} label={t('loading')} /> : null}
      {data ? <PeopleTable people={data.items} onChange={setChanging} /> : null}
      {changing ? <ClearanceDialog person={changing} onClose={() => setChanging(null)} /> : null}
    </>
  );
}

function PeopleTable({ people, onChange }: { people: readonly Person[]; onChange: (person: Person) => void }) {
  const t = useTranslations('people');
  const roles = useTranslations('statuses.role');
  const own = useMe().data?.id;
  return (
    <Table caption={t('title')} minWidth={720}>
      <TableHead>
        <HeadCell>{t('name')}</HeadCell>
        <HeadCell>{t('organisation')}</HeadCell>
        <HeadCell>{t('role')}</HeadCell>
        <HeadCell>{t('clearance')}</HeadCell>
        <HeadCell aria-label={t('change')}>{null}</HeadCell>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.id}>
            <RowHeadCell>
              <span className="block">{person.name}</span>
              <span className="block text-xs font-normal break-all text-ink-muted">{person.email}</span>
            </RowHeadCell>
            <Cell>{person.organisation.name}</Cell>
            <Cell>{roles(person.role)}</Cell>
            <Cell>
              <ClassificationMark classification={person.clearance} />
            </Cell>
            <Cell className="text-right">
              {person.changeable ? (
                <Button aria-label={t('changeOf', { name: person.name })} onPress={() => onChange(person)}>
                  {t('change')}
                </Button>
              ) : person.id === own ? (
                <span className="text-ink-muted">{t('you')}</span>
              ) : null}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
