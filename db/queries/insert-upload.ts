import type { Sql } from '#db/client.ts';
import { orm } from '#db/orm.ts';
import { uploads } from '#db/schema/files.ts';

export type NewUpload = typeof uploads.$inferInsert;

/** Remembers an uploaded file that is already in the storage. */
export async function insertUpload(sql: Sql, upload: NewUpload): Promise<void> {
  await orm(sql).insert(uploads).values(upload);
}
