import { z } from 'zod';

const DAYS_OF_KEY = { least: 1, most: 3650, usual: 365 };

/** A key with its answer to the challenge, as it was handed in: what is wrong with one is said of that one alone. */
export const keyRequestSchema = z
  .object({
    name: z.string().trim().min(1).max(200),
    /** `partner` or `device`. */
    kind: z.string().max(20).default('partner'),
    /** Ed25519: 64 hexadecimal digits, Base64, or PEM. */
    publicKey: z.string().max(1_000),
    /** Over the text of the challenge with the key in it: 128 hexadecimal digits or Base64. */
    signature: z.string().max(500),
  })
  .strict();
/** How long a key vouches for what it signs. */
export const validDays = z.number().int().min(DAYS_OF_KEY.least).max(DAYS_OF_KEY.most).default(DAYS_OF_KEY.usual);
