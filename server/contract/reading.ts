import { z } from 'zod';
import {
  CLOSED_FIELDS,
  COLUMN_TARGETS,
  DELIMITERS,
  ENCODINGS,
  MAX_HEADER_ROW,
  READ_FORMATS,
  READ_LANGUAGES,
  SHARED_TARGETS,
} from '#domain/read-choices.ts';
import { findingSchema } from './definitions.ts';

/** As many columns of a table can be mapped, and as many words of it. */
const MOST_COLUMNS = 500;
const MOST_VALUES = 1_000;
/** As many kinds of tables of one upload. */
export const MOST_MAPPINGS = 50;
/** Of as many files of an archive can be said how they are read. */
const MOST_PLACES = 200;
const MAX_SHEET_NAME = 200;
const MAX_FILE_NAME = 3_000;
const columnName = z.string().min(1).max(500);

const TARGETS: ReadonlySet<string> = new Set(COLUMN_TARGETS);
const usedTwice = (uses: readonly string[]) =>
  uses.find((use, at) => TARGETS.has(use) && !SHARED_TARGETS.has(use) && uses.indexOf(use) !== at);

export const tableMappingSchema = z
  .object({
    columns: z
      .array(z.object({ column: columnName, use: z.enum([...COLUMN_TARGETS, 'keep', 'leave']) }).strict())
      .max(MOST_COLUMNS)
      .refine((columns) => new Set(columns.map(({ column }) => column)).size === columns.length, {
        error: 'A column is named twice',
      })
      .refine((columns) => usedTwice(columns.map(({ use }) => use)) === undefined, {
        error: 'A field is filled by two columns',
      }),
    /** What words of closed lists mean, without regard to case. */
    values: z
      .array(
        z.object({ field: z.enum(CLOSED_FIELDS), from: z.string().min(1).max(200), to: z.string().max(50) }).strict(),
      )
      .max(MOST_VALUES)
      .default([]),
  })
  .strict();

/** How one file is to be read, by itself or in an archive. */
const fileChoicesShape = {
  format: z.enum(READ_FORMATS).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  /** The row with the names of the columns, as a spreadsheet counts: from 1. */
  headerRow: z.number().int().min(1).max(MAX_HEADER_ROW).optional(),
  /** The only sheet of a workbook to be read. */
  sheet: z.string().min(1).max(MAX_SHEET_NAME).optional(),
  /** Of definitions the file gives no language for. */
  language: z.enum(READ_LANGUAGES).optional(),
};

/** How a file is to be read, where that is otherwise than detected; all but `language`, `places` and `mappings` are about one file, not an archive. */
export const readChoicesShape = {
  ...fileChoicesShape,
  /** Of files of an archive, by the whole name of each; what they are not told by themselves is as detected, or the language of all. */
  places: z
    .array(z.object({ file: z.string().min(1).max(MAX_FILE_NAME), ...fileChoicesShape }).strict())
    .max(MOST_PLACES)
    .refine((places) => new Set(places.map(({ file }) => file)).size === places.length, {
      error: 'A file is named twice',
    })
    .optional(),
  mapping: tableMappingSchema.optional(),
  /** For every table with columns of these names, in an archive or a workbook; goes before what the names say by themselves. */
  mappings: z
    .array(z.object({ headers: z.array(columnName).min(1).max(MOST_COLUMNS), mapping: tableMappingSchema }).strict())
    .max(MOST_MAPPINGS)
    .optional(),
};
export const readChoicesSchema = z.object(readChoicesShape).strict();

/** How a text or a table is read: by what was detected, or by the choices made. */
const detectedShape = {
  /** Null: nothing we read. */
  format: z.enum(READ_FORMATS).nullable(),
  /** Null where the format itself says so. */
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
  /** The row with the names of the columns; null without one. */
  headerRow: z.number().int().nullable(),
  /** The language of its text; `source` says by what. What is imported without one of its own gets the chosen one. */
  language: z.object({ value: z.enum(READ_LANGUAGES), source: z.enum(['text', 'column']) }).nullable(),
};

/** What a file is by its contents, or as it is read by the choices made. */
export const detectedSchema = z.object({
  ...detectedShape,
  /** Whose table it is, by the names of its columns. */
  dialect: z.enum(['own', 'error_file', 'predecessor', 'nl_sbb', 'geonovum', 'other']).nullable(),
  /** Of an archive: how many files of each kind, judged by content as far as `looked`, by name beyond. */
  files: z
    .object({
      total: z.number().int(),
      looked: z.number().int(),
      formats: z.array(z.object({ format: z.enum(READ_FORMATS).nullable(), count: z.number().int() })),
    })
    .nullable(),
  /** `needed`: without it no row comes in; `known`: every column is known by its own name; `saved`: as it was set before. */
  mapping: z.enum(['none', 'known', 'saved', 'offered', 'needed']),
});
export type Detected = z.infer<typeof detectedSchema>;

export const previewColumnSchema = z.object({
  column: z.string(),
  use: z.enum([...COLUMN_TARGETS, 'keep', 'leave']),
  /** Why it is used so: its own name, what was saved, what a person chose, what name and cells resemble; null: nothing speaks for a use. */
  by: z.enum(['name', 'saved', 'choice', 'likeness']).nullable(),
  /** 0 to 1. */
  confidence: z.number(),
  /** Its first cells that hold something. */
  samples: z.array(z.string()),
});
export type PreviewColumn = z.infer<typeof previewColumnSchema>;

/** How a table would come in: what its columns are for, what its words mean, and its first rows with their checks. */
const tableViewShape = {
  /** Of a table. */
  columns: z.array(previewColumnSchema),
  /** Words for values of closed lists that are not ours, in the rows looked at, with what they may mean. */
  values: z.array(
    z.object({
      field: z.enum(CLOSED_FIELDS),
      from: z.string(),
      to: z.string().nullable(),
      by: z.enum(['saved', 'choice', 'likeness']).nullable(),
      count: z.number().int(),
    }),
  ),
  rows: z.array(
    z.object({
      line: z.number().int(),
      /** By column target, as text. */
      fields: z.record(z.string(), z.string()),
      findings: z.array(findingSchema),
    }),
  ),
  /** How many rows `values` was gathered from. */
  lookedAt: z.number().int(),
  /** Required fields without a column. */
  missing: z.array(z.enum(['term', 'definition'])),
  saved: z
    .object({ id: z.string(), name: z.string().nullable(), savedAt: z.string(), savedBy: z.string().nullable() })
    .nullable(),
};
/** Where a table may stand. */
const placeShape = {
  /** The first rows as they stand, to choose a header among. */
  top: z.array(z.object({ line: z.number().int(), cells: z.array(z.string()) })),
  /** Of a workbook: its sheets in order. */
  sheets: z.array(z.string()),
  /** The sheet that is shown. */
  sheet: z.string().nullable(),
};
const tableViewSchema = z.object(tableViewShape);
export type TableView = z.infer<typeof tableViewSchema>;

/** How a file would come in: what it is, and how the table in it would, or each of the tables of an archive. */
export const uploadPreviewSchema = z.object({
  detected: detectedSchema,
  ...tableViewShape,
  ...placeShape,
  /** What keeps the file from being read at all. */
  problems: z.array(findingSchema),
  /** Of an archive: its tables, those with the same columns together, and whatever else the choices are about. */
  tables: z.array(
    z.object({
      /** Each of them, as it is read. */
      places: z.array(z.object({ file: z.string(), ...detectedShape, ...placeShape })),
      /** What keeps the one file from being read as was chosen. */
      problems: z.array(findingSchema),
      headers: z.array(z.string()),
      mapping: detectedSchema.shape.mapping,
      ...tableViewShape,
    }),
  ),
  /** How many tables were not looked at: they are too many, or too large. */
  tablesLeft: z.number().int(),
});
export type UploadPreview = z.infer<typeof uploadPreviewSchema>;

/** What an organisation made of the columns of a table; recognised by their names. */
export const columnMappingChangeSchema = z
  .object({ headers: z.array(columnName).min(1).max(MOST_COLUMNS), mapping: tableMappingSchema })
  .strict();
export type ColumnMappingChange = z.infer<typeof columnMappingChangeSchema>;

/** A name of its own, or null for none. */
export const columnMappingNameSchema = z.object({ name: z.string().trim().min(1).max(200).nullable() }).strict();

export const columnMappingSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  headers: z.array(z.string()),
  mapping: tableMappingSchema,
  savedAt: z.string(),
  savedBy: z.string().nullable(),
  /** By the last import that began with it; null: by none since it was saved. */
  lastUsedAt: z.string().nullable(),
  lastUsedBy: z.string().nullable(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;
export const columnMappingListSchema = z.object({ items: z.array(columnMappingSchema) });
export type ColumnMappingList = z.infer<typeof columnMappingListSchema>;
