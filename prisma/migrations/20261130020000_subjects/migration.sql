-- A saga, its driver, its messages and what leaves for Inngest are about a subject: a kind and an id. All there are so far
-- are about appointments.
ALTER TABLE "saga" RENAME COLUMN "appointment_id" TO "subject_id";
ALTER TABLE "saga" ADD COLUMN "subject_kind" TEXT NOT NULL DEFAULT 'appointment';
ALTER TABLE "saga" ALTER COLUMN "subject_kind" DROP DEFAULT;
DROP INDEX "saga_appointment_id_turn_idx";
CREATE INDEX "saga_subject_id_subject_kind_turn_idx" ON "saga"("subject_id", "subject_kind", "turn");

ALTER TABLE "driver" RENAME COLUMN "appointment_id" TO "subject_id";
ALTER TABLE "driver" ADD COLUMN "subject_kind" TEXT NOT NULL DEFAULT 'appointment';
ALTER TABLE "driver" ALTER COLUMN "subject_kind" DROP DEFAULT;
ALTER TABLE "driver" DROP CONSTRAINT "driver_pkey", ADD CONSTRAINT "driver_pkey" PRIMARY KEY ("subject_id", "subject_kind");

ALTER TABLE "message" RENAME COLUMN "appointment_id" TO "subject_id";
ALTER TABLE "message" ADD COLUMN "subject_kind" TEXT;
UPDATE "message" SET "subject_kind" = 'appointment' WHERE "subject_id" IS NOT NULL;
DROP INDEX "message_appointment_id_idx";
CREATE INDEX "message_subject_id_subject_kind_idx" ON "message"("subject_id", "subject_kind");

ALTER TABLE "outbox" ADD COLUMN "subject_kind" TEXT, ADD COLUMN "subject_id" UUID;
UPDATE "outbox" SET "subject_kind" = 'appointment',
  "subject_id" = coalesce((SELECT s."subject_id" FROM "saga" s WHERE s."saga_id" = "outbox"."stream_id"), "stream_id");
ALTER TABLE "outbox" ALTER COLUMN "subject_kind" SET NOT NULL, ALTER COLUMN "subject_id" SET NOT NULL;


-- Beyond what schema.prisma can say --------------------------------------------------------------------------------

DROP INDEX "saga_unfinished_idx";
CREATE INDEX "saga_unfinished_idx" ON "saga" ("subject_id", "subject_kind", "turn") WHERE "status" IN ('RUNNING', 'COMPENSATING');
ALTER TABLE "message" ADD CONSTRAINT "message_subject" CHECK (("subject_kind" IS NULL) = ("subject_id" IS NULL));
