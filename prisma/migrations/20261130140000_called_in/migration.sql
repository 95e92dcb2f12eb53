-- When the patient was called in from the waiting room; it follows from the events.
ALTER TABLE "appointment" ADD COLUMN "called_in_at" TIMESTAMPTZ(3);
