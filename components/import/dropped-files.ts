import type { DirectoryDropItem, DropItem } from 'react-aria-components';
import type { ChosenFile } from './chosen-files.ts';

/** The files among what was dropped, those inside folders with their paths. */
export async function droppedFiles(items: readonly DropItem[]): Promise<ChosenFile[]> {
  const files: ChosenFile[] = [];
  for (const item of items) {
    if (item.kind === 'file') files.push({ path: item.name, file: await item.getFile() });
    if (item.kind === 'directory') await addFolder(item, item.name, files);
  }
  return files;
}

async function addFolder(folder: DirectoryDropItem, path: string, files: ChosenFile[]): Promise<void> {
  for await (const entry of folder.getEntries()) {
    const place = `${path}/${entry.name}`;
    if (entry.kind === 'file') files.push({ path: place, file: await entry.getFile() });
    else await addFolder(entry, place, files);
  }
}

/** The files of a file or folder field; only a folder gives paths. */
export function selectedFiles(list: FileList | null): ChosenFile[] {
  return Array.from(list ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file }));
}
