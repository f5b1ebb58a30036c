'use client';

import {
  ArchiveRestore,
  ChevronDown,
  EyeOff,
  FileArchive,
  Fingerprint,
  Flame,
  ListChecks,
  type LucideIcon,
  PencilLine,
  Scale,
  Share2,
  Trash2,
  UserX,
  Workflow,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { actionsFor, type BulkAction, RARE_ACTIONS } from './bulk-actions.ts';

const ICONS: Record<BulkAction, LucideIcon> = {
  export: FileArchive,
  validate: ListChecks,
  update: PencilLine,
  status: Workflow,
  redact: EyeOff,
  lock: Fingerprint,
  hold: Scale,
  share: Share2,
  delete: Trash2,
  restore: ArchiveRestore,
  anonymise: UserX,
  erase: Flame,
};

const DANGEROUS: readonly BulkAction[] = ['delete', 'redact', 'anonymise', 'erase'];

export type BulkButtonsProps = {
  /** The list shows what was deleted. */
  deleted: boolean;
  onAction: (action: BulkAction) => void;
};

/** What can be done with the selection: the first as a button, what is done often beside it where there is room, the rest in a menu. */
export function BulkButtons({ deleted, onAction }: BulkButtonsProps) {
  const t = useTranslations('bulk');
  const [first, ...rest] = actionsFor(deleted);
  const iconOf = (action: BulkAction) => {
    const Icon = ICONS[action];
    return <Icon aria-hidden size={16} />;
  };
  const common = rest.filter((action) => !RARE_ACTIONS.includes(action));
  const rare = rest.filter((action) => RARE_ACTIONS.includes(action));
  const menuOf = (actions: readonly BulkAction[]) => (
    <Menu
      label={t('more')}
      trigger={
        <Button className="px-3" icon={<ChevronDown aria-hidden size={16} />}>
          {t('more')}
        </Button>
      }
      entries={actions.map((action) => ({
        id: action,
        label: t(`actions.${action}`),
        icon: iconOf(action),
        danger: DANGEROUS.includes(action),
        onAction: () => onAction(action),
      }))}
    />
  );
  return (
    <>
      {common.length > 0 ? (
        <div className="hidden gap-1.5 xl:flex">
          {common.map((action) => (
            <Button key={action} className="px-3" icon={iconOf(action)} onPress={() => onAction(action)}>
              {t(`actions.${action}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {rare.length > 0 ? <div className="max-xl:hidden">{menuOf(rare)}</div> : null}
      {rest.length > 0 ? <div className="xl:hidden">{menuOf(rest)}</div> : null}
      {first ? (
        <Button variant="primary" className="px-3" icon={iconOf(first)} onPress={() => onAction(first)}>
          {t(`actions.${first}`)}
        </Button>
      ) : null}
    </>
  );
}
