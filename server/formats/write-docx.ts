import { encodeStream } from '#server/archive/encode-stream.ts';
import { OWN_FILE_LIMITS } from '#server/archive/own-file-limits.ts';
import { readDirectory } from '#server/archive/read-archive.ts';
import { streamEntry } from '#server/archive/stream-entry.ts';
import { type Segment, writeArchive } from '#server/archive/write-archive.ts';
import { encodeEntries } from '#server/archive/write-segment.ts';
import { type DocumentField, documentFields, letterOf, markingOf } from './document-fields.ts';
import { languageTag } from './document-words.ts';
import { docxParts, HEAD, OFFICE, WORD, xmlText } from './docx-parts.ts';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { inPieces } from './in-pieces.ts';
import { keepInMemory } from './keep-in-memory.ts';
import { xmlReader } from './xlsx-xml.ts';

type Records = Parameters<Writer['write']>[0];

/** The style of the heading over each definition; by it they are counted. */
const TERM_STYLE = 'Heading2';

/** A Word document to read and print: a heading per letter and per term, the text, and a table of everything else. */
export const docxWriter: Writer = {
  name: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  count,
  write: (records, facts) => writeArchive(segments(records, facts)),
};

/** Word wants the list of parts first; what is said of the definitions as a whole is known behind them. */
async function* segments(records: Records, facts: WriteFacts): AsyncGenerator<Segment> {
  const counted = { definitions: 0 };
  const text = await encodeStream('word/document.xml', inPieces(body(records, facts, counted)), keepInMemory);
  const parts = docxParts({ ...facts, marking: markingOf(facts), ...counted });
  yield encodeEntries(Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(HEAD + xml) })));
  yield text;
}

async function* body(records: Records, facts: WriteFacts, counted: { definitions: number }): AsyncGenerator<string> {
  yield `${HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>`;
  yield paragraph('Title', facts.title);
  yield paragraph('Subtitle', `${facts.organisation} · ${facts.createdAt.slice(0, 10)} · ${markingOf(facts)}`);
  let letter = '';
  for await (const record of records) {
    counted.definitions += 1;
    const own = letterOf(record.content.term);
    if (own !== letter) yield paragraph('Heading1', own);
    letter = own;
    yield definition(record, facts);
  }
  yield '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/></w:sectPr>' +
    '</w:body></w:document>';
}

function definition(record: WriteRecord, { language = 'nl' }: WriteFacts): string {
  const { term, definition: text, language: own } = record.content;
  const spoken = own === language ? undefined : languageTag(own);
  const fields = documentFields(record, language).map(row).join('');
  const table =
    '<w:tbl><w:tblPr><w:tblStyle w:val="Fields"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>' +
    `<w:tblLook w:val="0080" w:firstColumn="1"/><w:tblCaption w:val="${xmlText(term)}"/></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="2268"/><w:gridCol w:w="7370"/></w:tblGrid>${fields}</w:tbl>`;
  return paragraph(TERM_STYLE, term, spoken) + paragraph('Definition', text, spoken) + table;
}

function row({ label, values }: DocumentField): string {
  const cell = (width: number, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const value = values.map((one) => paragraph('FieldValue', one)).join('');
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(2268, paragraph('FieldName', label))}${cell(7370, value)}</w:tr>`;
}

/** `spoken`: the language of the text where that is another than the document's. */
function paragraph(style: string, text: string, spoken?: string): string {
  const properties = spoken ? `<w:rPr><w:lang w:val="${xmlText(spoken)}"/></w:rPr>` : '';
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => {
    const parts = line.split('\t').map((part) => `<w:t xml:space="preserve">${xmlText(part)}</w:t>`);
    return parts.join('<w:tab/>');
  });
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${properties}${lines.join('<w:br/>')}</w:r></w:p>`;
}

/** Reads every part of a document again. @throws when one is damaged or no XML */
async function count(bytes: Uint8Array): Promise<number> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const directory = await readDirectory(file, OWN_FILE_LIMITS);
  const [refusal] = directory.refusals;
  if (refusal) throw new Error(`Not a document: ${refusal.code}`);
  let definitions = 0;
  for (const entry of directory.entries) {
    const reader = xmlReader({
      open: (name, attributes) => {
        if (name === 'pStyle' && attributes['w:val'] === TERM_STYLE) definitions += 1;
      },
    });
    for await (const piece of streamEntry(file, directory, entry)) reader.write(piece);
    reader.end();
  }
  return definitions;
}
