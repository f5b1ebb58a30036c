import { contentFromRow } from '#db/row-image.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { withoutPeople } from '#domain/person-fields.ts';

/** What of a row image says who did something. */
const PEOPLE = ['approved_by', 'deleted_by'] as const;

/** A row image, or what a version keeps of one, without people; its hash made anew. The very same when nobody is in it. */
export function withoutPeopleIn<T extends Record<string, unknown>>(
  image: T,
  hashOf: (content: DefinitionContent) => string,
): T {
  const metadata = withoutPeople(image.legal_metadata);
  const extras = withoutPeople(image.extras);
  const isSame = metadata === image.legal_metadata && extras === image.extras;
  if (isSame && PEOPLE.every((column) => (image[column] ?? null) === null)) return image;
  const wiped = { ...image, legal_metadata: metadata, extras, approved_by: null, deleted_by: null };
  return isSame ? wiped : { ...wiped, content_hash: hashOf(contentFromRow(wiped)) };
}
