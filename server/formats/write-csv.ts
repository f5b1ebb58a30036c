import { BYTE_ORDER_MARK, csvLine, unescapeCell } from './csv-line.ts';
import { tableHeader, tableRow } from './definition-table.ts';
import type { WriteRecord, Writer } from './format.ts';
import { inPieces } from './in-pieces.ts';

/** Opens in a Dutch Excel with a double click: byte order mark, `;`, CRLF, Dutch names, and no cell that becomes a formula. */
export const csvExcelWriter: Writer = csvWriter('csv-excel', {
  start: BYTE_ORDER_MARK,
  header: tableHeader('nl'),
  line: csvLine,
});

/** For programs: RFC 4180, our own names. Only a cell that would be taken for an escaped one is escaped. */
export const csvMachineWriter: Writer = csvWriter('csv-machine', {
  start: '',
  header: tableHeader('own'),
  line: (cells) => `${cells.map(machineCell).join(',')}\r\n`,
});

type Profile = { start: string; header: string[]; line: (cells: readonly string[]) => string };

function csvWriter(name: Writer['name'], { start, header, line }: Profile): Writer {
  async function* lines(records: AsyncIterable<WriteRecord> | Iterable<WriteRecord>): AsyncGenerator<string> {
    yield start + line(header);
    for await (const record of records) yield line(tableRow(record));
  }
  return {
    name,
    extension: 'csv',
    mediaType: 'text/csv',
    write: (records) => inPieces(lines(records)),
  };
}

function machineCell(cell: string): string {
  const safe = unescapeCell(cell) === cell ? cell : `'${cell}`;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
