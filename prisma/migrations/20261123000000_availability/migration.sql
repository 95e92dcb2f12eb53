-- Visit types, breaks, time off, holidays, notice and horizon; holds; what the doctor's day list shows of a patient.

ALTER TABLE "appointment" ADD COLUMN "visit_type_id" UUID,
                          ADD COLUMN "before_minutes" INTEGER NOT NULL DEFAULT 0,
                          ADD COLUMN "after_minutes" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "slot_claim" ADD COLUMN "held_until" TIMESTAMPTZ(3), ADD COLUMN "holder" UUID;
ALTER TABLE "slot_claim" ADD CONSTRAINT "slot_claim_hold" CHECK (("held_until" IS NULL) = ("holder" IS NULL));
-- What looks for the claims of an interval looks back one day at most.
ALTER TABLE "slot_claim" ADD CONSTRAINT "slot_claim_within_a_day" CHECK ("ends_at" <= "starts_at" + interval '24 hours');
CREATE INDEX "slot_claim_holder_idx" ON "slot_claim" ("holder") WHERE "holder" IS NOT NULL;

ALTER TABLE "patient" ADD COLUMN "birth_date" BYTEA;

ALTER TABLE "doctor" RENAME COLUMN "visit_minutes" TO "step_minutes";
ALTER TABLE "doctor" ADD COLUMN "notice_minutes" INTEGER NOT NULL DEFAULT 0,
                     ADD COLUMN "horizon_days" INTEGER NOT NULL DEFAULT 84;
ALTER TABLE "doctor" ADD CONSTRAINT "doctor_step" CHECK ("step_minutes" BETWEEN 5 AND 240);

-- Hours may change from one day on without changing when they open.
ALTER TABLE "doctor_hours" DROP CONSTRAINT "doctor_hours_pkey",
                           ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
                           ADD COLUMN "from_day" DATE, ADD COLUMN "until_day" DATE;
CREATE INDEX "doctor_hours_doctor_id_weekday_idx" ON "doctor_hours"("doctor_id", "weekday");

CREATE TABLE "doctor_break" (
    "doctor_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "begins" TEXT NOT NULL,
    "ends" TEXT NOT NULL,
    CONSTRAINT "doctor_break_pkey" PRIMARY KEY ("doctor_id","weekday","begins")
);
ALTER TABLE "doctor_break" ADD CONSTRAINT "doctor_break_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "time_off" (
    "id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "time_off_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "time_off_ends_after_start" CHECK ("ends_at" > "starts_at")
);
CREATE INDEX "time_off_doctor_id_ends_at_idx" ON "time_off"("doctor_id", "ends_at");
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "holiday" (
    "day" DATE NOT NULL,
    "name_fr" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    CONSTRAINT "holiday_pkey" PRIMARY KEY ("day")
);

CREATE TABLE "visit_type" (
    "id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "name_fr" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "before_minutes" INTEGER NOT NULL DEFAULT 0,
    "after_minutes" INTEGER NOT NULL DEFAULT 0,
    "auto_confirm" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "is_offered" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "visit_type_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "visit_type_length" CHECK ("minutes" BETWEEN 5 AND 480 AND "before_minutes" BETWEEN 0 AND 120 AND "after_minutes" BETWEEN 0 AND 120)
);
CREATE INDEX "visit_type_doctor_id_position_idx" ON "visit_type"("doctor_id", "position");
ALTER TABLE "visit_type" ADD CONSTRAINT "visit_type_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A doctor who received before there were types goes on receiving as before.
INSERT INTO "visit_type" ("id", "doctor_id", "name_fr", "name_en", "minutes", "position")
SELECT gen_random_uuid(), "id", 'Consultation', 'Consultation', "step_minutes", 1 FROM "doctor";

CREATE TABLE "sign_in_code" (
    "email_index" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("email_index")
);

-- A message that is about no visit: a code to sign in with.
ALTER TABLE "message" ALTER COLUMN "appointment_id" DROP NOT NULL, ALTER COLUMN "saga_id" DROP NOT NULL;
