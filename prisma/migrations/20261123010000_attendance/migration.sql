-- When the patient of a visit arrived; null while nobody has.
ALTER TABLE "appointment" ADD COLUMN "arrived_at" TIMESTAMPTZ(3);
