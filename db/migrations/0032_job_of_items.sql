ALTER TABLE "job_items" DROP CONSTRAINT "job_items_job_id_jobs_id_fk";
--> statement-breakpoint
CREATE FUNCTION job_items_have_their_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM jobs WHERE id IN (SELECT job_id FROM added) FOR KEY SHARE;
  IF EXISTS (SELECT FROM added WHERE NOT EXISTS (SELECT FROM jobs WHERE jobs.id = added.job_id)) THEN
    RAISE foreign_key_violation USING MESSAGE = 'An item has no job.';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER job_items_have_their_job AFTER INSERT ON job_items
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION job_items_have_their_job();
