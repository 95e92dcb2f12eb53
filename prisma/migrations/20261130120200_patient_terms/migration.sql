-- By what people are found at the desk. The hashes are keyed, so the app writes those of who is known already, some hundred
-- at a time (index-names-anew.ts).
CREATE TABLE "patient_term" (
    "hash" BIGINT NOT NULL,
    "patient_id" UUID NOT NULL,

    CONSTRAINT "patient_term_pkey" PRIMARY KEY ("hash", "patient_id")
);
CREATE INDEX "patient_term_patient_id_idx" ON "patient_term"("patient_id");

-- When somebody came last, without reading the visits themselves.
CREATE INDEX "appointment_patient_id_starts_at_idx" ON "appointment"("patient_id", "starts_at");
DROP INDEX "appointment_patient_id_idx";
