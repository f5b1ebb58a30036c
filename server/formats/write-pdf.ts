import { setImmediate as nextTurn } from 'node:timers/promises';
import { countPdf } from './count-pdf.ts';
import { type DocumentField, documentFields, letterOf, markingOf } from './document-fields.ts';
import { languageTag } from './document-words.ts';
import { drawable, type FontName, isDrawnOtherwise, remarksOnDrawing } from './drawable.ts';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { INK, LINE, MUTED, newPdf, PAGE, TEXT_WIDTH } from './pdf-page.ts';

type Records = Parameters<Writer['write']>[0];
type Pdf = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;

/** A definition does not begin with less room than this below its heading. */
const ROOM = 110;
const LABEL_WIDTH = 118;
const GAP = 10;

/** A PDF to read and print: tagged for whoever has it read aloud, with a bookmark per letter and per term, and numbered pages. */
export const pdfWriter: Writer = {
  name: 'pdf',
  extension: 'pdf',
  mediaType: 'application/pdf',
  count: async (bytes) => countPdf(bytes),
  remarks: remarksOnDrawing,
  write: draw,
};

async function* draw(records: Records, facts: WriteFacts): AsyncGenerator<Uint8Array> {
  const marking = markingOf(facts);
  const pdf = await newPdf({ ...facts, marking });
  const ready: Uint8Array[] = [];
  pdf.on('data', (bytes: Uint8Array) => ready.push(bytes));
  const ended = new Promise((resolve, reject) => pdf.once('end', resolve).once('error', reject));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  pdf.addPage();
  add(
    pdf,
    root,
    'H1',
    () => line(pdf, facts.title, { font: 'bold', size: 22, color: INK }),
    asWritten(facts.title, 'bold'),
  );
  const below = `${facts.organisation} · ${facts.createdAt.slice(0, 10)} · ${marking}`;
  add(pdf, root, 'P', () => line(pdf, below, { size: 10, color: MUTED }));
  let letter: { name: string; bookmark: PDFKit.PDFOutline } | null = null;
  for await (const record of records) {
    const name = letterOf(record.content.term);
    const isNew: boolean = name !== letter?.name;
    if (pdf.y > PAGE.height - PAGE.bottom - ROOM - (isNew ? 50 : 0)) pdf.addPage();
    if (!letter || isNew) letter = { name, bookmark: heading(pdf, root, name) };
    drawDefinition(pdf, root, letter.bookmark, record, facts);
    // What is drawn is handed over in turns, so that other work gets its own.
    await nextTurn();
    yield* ready.splice(0);
  }
  root.end();
  pdf.end();
  await ended;
  yield* ready;
}

function heading(pdf: Pdf, root: Section, letter: string): PDFKit.PDFOutline {
  pdf.y += 14;
  const bookmark = pdf.outline.addItem(letter);
  add(pdf, root, 'H2', () => line(pdf, letter, { font: 'bold', size: 16, color: INK }));
  rule(pdf, INK, 1);
  return bookmark;
}

function drawDefinition(
  pdf: Pdf,
  root: Section,
  bookmark: PDFKit.PDFOutline,
  record: WriteRecord,
  { language = 'nl' }: WriteFacts,
): void {
  const { term, definition, language: own } = record.content;
  const spoken: { lang?: string } = own === language ? {} : { lang: languageTag(own) };
  const section = pdf.struct('Sect', { title: term.toWellFormed() });
  root.add(section);
  pdf.y += 12;
  bookmark.addItem(term.toWellFormed());
  add(pdf, section, 'H3', () => line(pdf, term, { font: 'bold', size: 12.5, color: INK }), {
    ...spoken,
    ...asWritten(term, 'bold'),
  });
  pdf.y += 1;
  add(pdf, section, 'P', () => line(pdf, definition, { size: 10.5 }), { ...spoken, ...asWritten(definition, 'plain') });
  pdf.y += 5;
  const table = pdf.struct('Table');
  section.add(table);
  rule(pdf, LINE, 0.5);
  for (const field of documentFields(record, language)) drawField(pdf, table, field);
  table.end();
  section.end();
}

/** A line of the table: its name beside its values, or above the page break when they go on behind one. */
function drawField(pdf: Pdf, table: Section, { label, values }: DocumentField): void {
  pdf.font('plain').fontSize(9);
  const text = values.join('\n');
  const width = TEXT_WIDTH - LABEL_WIDTH - GAP;
  const height = Math.max(
    pdf.heightOfString(drawable(text, 'plain'), { width }),
    pdf.heightOfString(label, { width: LABEL_WIDTH }),
  );
  const room = PAGE.height - PAGE.bottom - pdf.y;
  if (height > room && height < PAGE.height / 3) pdf.addPage();
  const row = pdf.struct('TR');
  table.add(row);
  const top = pdf.y + 3;
  const page = pdf.page;
  add(pdf, row, 'TH', () => line(pdf, label, { size: 9, color: MUTED, at: [PAGE.left, top], width: LABEL_WIDTH }), {
    scope: 'Row',
  });
  const afterLabel = pdf.y;
  add(
    pdf,
    row,
    'TD',
    () => line(pdf, text, { size: 9, at: [PAGE.left + LABEL_WIDTH + GAP, top], width }),
    asWritten(text, 'plain'),
  );
  row.end();
  if (pdf.page === page) pdf.y = Math.max(pdf.y, afterLabel);
  pdf.x = PAGE.left;
  pdf.y += 3;
  rule(pdf, LINE, 0.5);
}

type Look = {
  font?: 'plain' | 'bold';
  size: number;
  color?: string;
  at?: [x: number, y: number];
  width?: number;
};

function line(pdf: Pdf, text: string, { font = 'plain', size, color = '#111111', at, width = TEXT_WIDTH }: Look): void {
  pdf.font(font).fontSize(size).fillColor(color);
  const [x, y] = at ?? [PAGE.left, pdf.y];
  pdf.text(drawable(text, font), x, y, { width, lineGap: 1.5 });
}

/** For who has it read aloud or copies it: the text itself, where what is drawn is not the same. */
function asWritten(text: string, font: FontName): { actual?: string } {
  return isDrawnOtherwise(text, font) ? { actual: text.toWellFormed() } : {};
}

/** A line that is there to be seen only. */
function rule(pdf: Pdf, color: string, thickness: number): void {
  pdf.markContent('Artifact', { type: 'Layout' } as never);
  pdf
    .moveTo(PAGE.left, pdf.y)
    .lineTo(PAGE.width - PAGE.right, pdf.y)
    .lineWidth(thickness)
    .strokeColor(color)
    .stroke();
  pdf.endMarkedContent();
}

/** Draws something and says what it is; elements are ended at once, so that they are in the file and out of memory. */
function add(pdf: Pdf, parent: Section, type: string, drawing: () => void, options: Record<string, string> = {}): void {
  const element = pdf.struct(type as never, options as never);
  const content = pdf.markStructureContent(type as never);
  drawing();
  pdf.endMarkedContent();
  element.add(content);
  parent.add(element);
  element.end();
}
