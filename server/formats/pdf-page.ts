import type { DocumentFacts } from './document-fields.ts';
import { documentWords } from './document-words.ts';
import { drawable, readFonts } from './drawable.ts';

/** The pages of a PDF of ours, in points. */
export const PAGE = { left: 56, right: 56, top: 72, bottom: 64, width: 595.28, height: 841.89 };
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const INK = '#1f2a44';
export const MUTED = '#5b6472';
export const LINE = '#d5d9e0';

/** An empty document: tagged, in its language, with its properties, and with a marked head and a numbered foot on every page. */
export async function newPdf({
  title,
  organisation,
  application,
  createdAt,
  marking,
  language,
}: DocumentFacts): Promise<PDFKit.PDFDocument> {
  // Only who writes a PDF pays for what that takes.
  const { default: PDFDocument } = await import('pdfkit');
  const created = new Date(createdAt);
  const words = documentWords(language);
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: PAGE.bottom },
    pdfVersion: '1.7',
    // The type declarations do not know this one yet.
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: words.tag,
    autoFirstPage: false,
    info: {
      Title: title,
      Author: organisation,
      Subject: words.subject,
      Keywords: marking,
      Creator: application,
      Producer: application,
      CreationDate: created,
      ModDate: created,
    },
  });
  for (const [name, bytes] of readFonts()) pdf.registerFont(name, bytes);
  let page = 0;
  pdf.on('pageAdded', () => {
    page += 1;
    drawEdges(pdf, { head: [marking.toUpperCase(), title], foot: [organisation, `${words.page} ${page}`] });
  });
  return pdf;
}

type Edges = { head: [string, string]; foot: [string, string] };

/** What stands around the text is no part of it to whoever has it read aloud. */
function drawEdges(pdf: PDFKit.PDFDocument, { head, foot }: Edges): void {
  const { x, y } = pdf;
  const { bottom } = pdf.page.margins;
  // The foot stands below where text may be: it would begin a page of its own.
  pdf.page.margins.bottom = 0;
  pdf.markContent('Artifact', { type: 'Pagination' } as never);
  pdf.save();
  pdf.fontSize(8).fillColor(MUTED);
  for (const [[left, right], at, bold] of [
    [head, 36, true],
    [foot, PAGE.height - 40, false],
  ] as const) {
    pdf
      .font(bold ? 'bold' : 'plain')
      .text(clip(pdf, drawable(left, bold ? 'bold' : 'plain'), TEXT_WIDTH / 2 - 8), PAGE.left, at, {
        lineBreak: false,
      });
    pdf.font('plain');
    const fitting = clip(pdf, drawable(right, 'plain'), TEXT_WIDTH / 2 - 8);
    pdf.text(fitting, PAGE.width - PAGE.right - pdf.widthOfString(fitting), at, { lineBreak: false });
  }
  pdf.restore();
  pdf.endMarkedContent();
  pdf.page.margins.bottom = bottom;
  pdf.x = x;
  pdf.y = y;
}

function clip(pdf: PDFKit.PDFDocument, text: string, width: number): string {
  if (pdf.widthOfString(text) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && pdf.widthOfString(`${letters.join('')}…`) > width) letters.length -= 1;
  return `${letters.join('')}…`;
}
