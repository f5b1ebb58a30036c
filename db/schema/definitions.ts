import { sql } from 'drizzle-orm';
import {
  bit,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  CATEGORIES,
  type CaseReference,
  DEFINITION_STATUSES,
  type Examples,
  RELATION_TYPES,
  type Relation,
  type Source,
  UFO_CATEGORIES,
  VERDICTS,
  VISIBILITIES,
} from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { moment, tsvector } from './columns.ts';
import { classification, organisations, users } from './people.ts';

export const definitionCategory = pgEnum('definition_category', CATEGORIES);
export const definitionStatus = pgEnum('definition_status', DEFINITION_STATUSES);
export const ufoCategory = pgEnum('ufo_category', UFO_CATEGORIES);
export const visibility = pgEnum('visibility', VISIBILITIES);
export const relationType = pgEnum('relation_type', RELATION_TYPES);
export const verdict = pgEnum('verdict', VERDICTS);

const texts = () => text().array().notNull().default(sql`'{}'`);

export const definitions = pgTable(
  'definitions',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    term: text().notNull(),
    definition: text().notNull(),
    category: definitionCategory().notNull(),
    status: definitionStatus().notNull(),
    ufoCategory: ufoCategory(),
    organisationalContext: texts(),
    legalContext: texts(),
    legalBasis: texts(),
    preferredTerm: text(),
    synonyms: texts(),
    antonyms: texts(),
    examples: jsonb().$type<Examples>().notNull(),
    explanation: text(),
    sources: jsonb().$type<Source[]>().notNull(),
    caseReferences: jsonb().$type<CaseReference[]>().notNull(),
    legalMetadata: jsonb().$type<Record<string, string>>().notNull(),
    chainPartners: texts(),
    classification: classification().notNull(),
    language: text().notNull(),
    validFrom: date({ mode: 'string' }),
    validUntil: date({ mode: 'string' }),
    relations: jsonb().$type<Relation[]>().notNull(),
    extras: jsonb().$type<Record<string, unknown>>().notNull(),
    contentHash: text().notNull(),
    identityKey: text().notNull(),
    verdict: verdict().notNull(),
    qualityScore: real().notNull(),
    ruleSetVersion: text().notNull(),
    findings: jsonb().$type<Finding[]>().notNull(),
    /** The means of the four categories, in their order; null until it is checked by rules that keep them. */
    categoryScores: real().array(),
    /** Under which texts that resemble this one find it, see text-keys.ts; null until it is written, or housekeeping comes by. */
    textKeys: integer().array(),
    /** Written with the keys: in how few bits two of them differ says how alike their texts are. */
    textSketch: bit({ dimensions: 128 }),
    version: integer().notNull().default(1),
    approvedBy: uuid().references(() => users.id),
    approvedAt: moment(),
    /** Set: deleted, and only found by who asks for deleted ones. Its identity is free for another. */
    deletedAt: moment(),
    deletedBy: uuid().references(() => users.id),
    /** How many legal holds are on it; above 0 the database lets nobody write another version, or remove it. */
    holds: smallint().notNull().default(0),
    /** Which other organisations may read it; never change it. No part of its content, and of no version. */
    visibility: visibility().notNull().default('own'),
    /** Those it is shared with by name, when `visibility` is `shared`. */
    sharedWith: uuid().array().notNull().default(sql`'{}'`),
    createdAt: moment().notNull().defaultNow(),
    createdBy: uuid().references(() => users.id),
    updatedAt: moment().notNull().defaultNow(),
    updatedBy: uuid().references(() => users.id),
    /** Term and synonyms in lower case, for the trigram index. */
    searchTerms: text().notNull().generatedAlwaysAs(sql`lexport_search_terms(term, preferred_term, synonyms)`),
    search: tsvector().notNull().generatedAlwaysAs(sql`lexport_search(term, preferred_term, synonyms, definition)`),
  },
  (table) => [
    // One per classification: that a name is taken by what somebody may not see is not told by refusing theirs.
    uniqueIndex('definitions_identity')
      .on(table.organisationId, table.identityKey, table.classification)
      .where(sql`status <> 'archived' and deleted_at is null`),
    index('definitions_by_term').on(table.organisationId, sql`lower(term)`, table.id),
    index('definitions_by_change').on(table.organisationId, table.updatedAt, table.id),
    index('definitions_by_quality').on(table.organisationId, table.qualityScore, table.id),
    index('definitions_by_status').on(table.organisationId, table.status, sql`lower(term)`, table.id),
    index('definitions_by_search').using('gin', table.search),
    // Without a list of what came in of late: a look-up of hundreds of names would compare each with all of that.
    index('definitions_by_other_name')
      .using('gin', sql`lexport_other_names(preferred_term, synonyms)`)
      .with({ fastupdate: false }),
    index('definitions_by_text').using('gin', table.textKeys).with({ fastupdate: false }),
    index('definitions_without_text_keys').on(table.id).where(sql`text_keys is null`),
    index('definitions_by_trigram').using('gin', table.searchTerms.op('gin_trgm_ops')),
    // What other organisations look through; hardly anything for who shares hardly anything.
    index('definitions_shared').on(sql`lower(term)`, table.id).where(sql`visibility <> 'own'`),
    check('definitions_shared_with', sql`(visibility = 'shared') = (cardinality(shared_with) > 0)`),
    check('definitions_holds', sql`holds >= 0`),
    check('definitions_version_positive', sql`version > 0`),
    check('definitions_term_present', sql`term <> ''`),
    check('definitions_score_range', sql`quality_score between 0 and 1`),
  ],
);

/** Every version a definition ever had, as a row image (see db/row-image.ts); the newest equals the definition itself. */
export const definitionVersions = pgTable(
  'definition_versions',
  {
    definitionId: uuid()
      .notNull()
      .references(() => definitions.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    snapshot: jsonb().$type<Record<string, unknown>>().notNull(),
    contentHash: text().notNull(),
    reason: text(),
    createdAt: moment().notNull().defaultNow(),
    createdBy: uuid().references(() => users.id),
    jobId: uuid(),
  },
  (table) => [primaryKey({ columns: [table.definitionId, table.version] })],
);

/** The legal holds that are on definitions; who lifted one, and when, is in the audit trail. */
export const definitionHolds = pgTable(
  'definition_holds',
  {
    definitionId: uuid()
      .notNull()
      .references(() => definitions.id),
    /** What it is for, as people know it. */
    matter: text().notNull(),
    reason: text().notNull(),
    placedBy: uuid()
      .notNull()
      .references(() => users.id),
    placedAt: moment().notNull().defaultNow(),
    jobId: uuid(),
  },
  (table) => [primaryKey({ columns: [table.definitionId, table.matter] })],
);

/** The links of `definitions.relations`, resolved: `targetId` stays null while the target term is not there. */
export const definitionRelations = pgTable(
  'definition_relations',
  {
    definitionId: uuid()
      .notNull()
      .references(() => definitions.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    type: relationType().notNull(),
    targetTerm: text(),
    /** The id the content names, whether or not that definition is there. */
    wantedId: uuid(),
    targetId: uuid().references(() => definitions.id, { onDelete: 'set null' }),
  },
  (table) => [
    primaryKey({ columns: [table.definitionId, table.position] }),
    index('definition_relations_by_target').on(table.targetId),
    index('definition_relations_open').on(sql`lower(target_term)`).where(sql`target_id is null`),
  ],
);
