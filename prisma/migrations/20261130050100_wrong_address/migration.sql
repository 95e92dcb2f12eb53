-- Each sweep asks which patients could not be reached because of their address: a few of all attempts.
CREATE INDEX "saga_step_attempt_address_idx" ON "saga_step_attempt" ("ended_at") WHERE ("failure"->>'kind') IN ('address', 'unreachable');
