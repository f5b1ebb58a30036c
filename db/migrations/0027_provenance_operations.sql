ALTER TYPE "public"."operation" ADD VALUE 'enrol' BEFORE 'retain';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'proof_lock' BEFORE 'retain';--> statement-breakpoint
ALTER TYPE "public"."operation" ADD VALUE 'verify_hashes' BEFORE 'retain';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'key_new' BEFORE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'key_renewed' BEFORE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'key_revoked' BEFORE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'proof_locked' BEFORE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'locked_before' BEFORE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'not_established' BEFORE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'hash_locked' BEFORE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'hash_known' BEFORE 'to_archive';--> statement-breakpoint
ALTER TYPE "public"."plan_reason" ADD VALUE 'hash_unknown' BEFORE 'to_archive';