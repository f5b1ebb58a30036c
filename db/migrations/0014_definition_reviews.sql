CREATE TYPE "public"."review_answer" AS ENUM('yes', 'no');--> statement-breakpoint
CREATE TABLE "definition_reviews" (
	"definition_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rule_id" text NOT NULL,
	"answer" "review_answer" NOT NULL,
	"remark" text,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_by" uuid NOT NULL,
	CONSTRAINT "definition_reviews_definition_id_version_rule_id_pk" PRIMARY KEY("definition_id","version","rule_id"),
	CONSTRAINT "definition_reviews_version_positive" CHECK (version > 0),
	CONSTRAINT "definition_reviews_remark_length" CHECK (remark is null or length(remark) between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "definition_reviews" ADD CONSTRAINT "definition_reviews_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition_reviews" ADD CONSTRAINT "definition_reviews_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;