'use client';

import {
  ArchiveRestore,
  ChevronDown,
  EyeOff,
  FileArchive,
  ListChecks,
  type LucideIcon,
  PencilLine,
  Scale,
  Trash2,
  Workflow,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { actionsFor, type BulkAction } from './bulk-actions.ts';

const ICONS: Record<BulkAction, LucideIcon> = {
  export: FileArchive,
  validate: ListChecks,
  update: PencilLine,
  status: Workflow,
  redact: EyeOff,
  hold: Scale,
  delete: Trash2,
  restore: ArchiveRestore,
};

export type BulkButtonsProps = {
  /** The list shows what was deleted. */
  deleted: boolean;
  onAction: (action: BulkAction) => void;
};

/** What can be done with the selection: the first as a button, the rest beside it or, where there is no room, in a menu. */
export function BulkButtons({ deleted, onAction }: BulkButtonsProps) {
  const t = useTranslations('bulk');
  const [first, ...rest] = actionsFor(deleted);
  const iconOf = (action: BulkAction) => {
    const Icon = ICONS[action];
    return <Icon aria-hidden size={16} />;
  };
  return (
    <>
      {rest.length > 0 ? (
        <div className="hidden gap-1 xl:flex">
          {rest.map((action) => (
            <Button key={action} className="px-2.5" icon={iconOf(action)} onPress={() => onAction(action)}>
              {t(`actions.${action}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {rest.length > 0 ? (
        <div className="xl:hidden">
          <Menu
            label={t('more')}
            trigger={<Button icon={<ChevronDown aria-hidden size={16} />}>{t('more')}</Button>}
            entries={rest.map((action) => ({
              id: action,
              label: t(`actions.${action}`),
              icon: iconOf(action),
              danger: action === 'delete' || action === 'redact',
              onAction: () => onAction(action),
            }))}
          />
        </div>
      ) : null}
      {first ? (
        <Button variant="primary" className="px-2.5" icon={iconOf(first)} onPress={() => onAction(first)}>
          {t(`actions.${first}`)}
        </Button>
      ) : null}
    </>
  );
}
