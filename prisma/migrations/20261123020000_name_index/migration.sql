-- Finds patients by the words of their names without reading them: keyed hashes of accent-folded lower-case words.
ALTER TABLE "patient" ADD COLUMN "name_index" BYTEA[];
CREATE INDEX "patient_name_index_idx" ON "patient" USING gin ("name_index");
CREATE INDEX "appointment_patient_id_idx" ON "appointment" ("patient_id");


-- Beyond what schema.prisma can say --------------------------------------------------------------------------------

-- How soon the desk looks at a saga: 5 asks for a person, 4 failed, 3 waits for its next try, 2 undoes, 1 runs, 0 is done.
CREATE FUNCTION "saga_urgency"("needs_attention" boolean, "status" text, "next_at" timestamptz) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN needs_attention THEN 5 WHEN status = 'FAILED' THEN 4 WHEN status = 'COMPLETED' THEN 0
              WHEN next_at IS NOT NULL THEN 3 WHEN status = 'COMPENSATING' THEN 2 ELSE 1 END
$$;

-- The list's order, so that a page far down costs as much as the first.
CREATE INDEX "saga_failed_first_idx" ON "saga"
  ("saga_urgency"("needs_attention", "status", "next_at"), "updated_at", "saga_id");

-- What the health page counts over a span of time.
CREATE INDEX "event_compensation_idx" ON "event" ("occurred_at") WHERE "type" = 'CompensationStarted';
CREATE INDEX "saga_step_attempt_started_idx" ON "saga_step_attempt" ("started_at");
CREATE INDEX "saga_type_created_idx" ON "saga" ("type", "created_at");
