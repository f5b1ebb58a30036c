import { z } from 'zod';
import { ROLES } from '#domain/access.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';

const organisation = z.object({ id: z.string(), name: z.string() });

/** Whom definitions can be shared with. */
export const organisationsSchema = z.object({ items: z.array(organisation) });
export type Organisations = z.infer<typeof organisationsSchema>;

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  organisation,
  /** The highest classification this person may see. */
  clearance: z.enum(CLASSIFICATIONS),
  /** Whether who asks may change that: of others in their own organisation, who may not see more than they. */
  changeable: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;
export const peopleSchema = z.object({ items: z.array(personSchema) });
export type People = z.infer<typeof peopleSchema>;

export const clearanceChangeSchema = z
  .object({ clearance: z.enum(CLASSIFICATIONS), reason: z.string().trim().min(1).max(1_000) })
  .strict();
export type ClearanceChange = z.infer<typeof clearanceChangeSchema>;
