import type { Sql } from '#db/client.ts';
import type { Locale } from '#domain/locale.ts';
import type { Choices } from '#domain/notification-choices.ts';

export type SettingsRow = {
  locale: Locale;
  choices: Choices;
  address: string;
  /** Set: that address was refused for good. */
  refusedAt: Date | null;
  refusedAnswer: string | null;
};

/** How this person wants to be told; what is usual when they never said. A refusal counts for the address they have now. */
export async function readSettings(sql: Sql, userId: string): Promise<SettingsRow | null> {
  const { rows } = await sql.query<SettingsRow>(
    `SELECT coalesce(s.locale, 'nl') AS locale, coalesce(s.choices, '{}') AS choices, u.email AS address,
       CASE WHEN s.refused_address = u.email THEN s.refused_at END AS "refusedAt", s.refused_answer AS "refusedAnswer"
     FROM users u LEFT JOIN notification_settings s ON s.user_id = u.id WHERE u.id = $1`,
    [userId],
  );
  return rows[0] ?? null;
}

type Written = { locale: Locale; choices: Choices; forgetRefusal: boolean };

export async function writeSettings(
  sql: Sql,
  userId: string,
  { locale, choices, forgetRefusal }: Written,
): Promise<void> {
  await sql.query(
    `INSERT INTO notification_settings AS s (user_id, locale, choices) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET locale = excluded.locale, choices = excluded.choices, updated_at = clock_timestamp(),
       refused_address = CASE WHEN $4 THEN NULL ELSE s.refused_address END,
       refused_answer = CASE WHEN $4 THEN NULL ELSE s.refused_answer END,
       refused_at = CASE WHEN $4 THEN NULL ELSE s.refused_at END`,
    [userId, locale, JSON.stringify(choices), forgetRefusal],
  );
}

/** This address of this person was refused for good: nothing more is sent there until they ask for it. */
export async function recordRefusal(
  sql: Sql,
  userId: string,
  { address, answer }: { address: string; answer: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO notification_settings (user_id, refused_address, refused_answer, refused_at)
     VALUES ($1, $2, $3, clock_timestamp())
     ON CONFLICT (user_id) DO UPDATE SET refused_address = excluded.refused_address,
       refused_answer = excluded.refused_answer, refused_at = excluded.refused_at`,
    [userId, address, answer],
  );
}
