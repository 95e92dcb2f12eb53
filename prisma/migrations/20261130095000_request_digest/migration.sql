-- Whether a doctor is mailed of each request, or of those that wait at certain times.
ALTER TABLE "doctor" ADD COLUMN "request_mail" TEXT NOT NULL DEFAULT 'each';
ALTER TABLE "doctor" ADD CONSTRAINT "doctor_request_mail" CHECK ("request_mail" IN ('each', 'hourly', 'evening'));

-- A mail that waits for a digest is held; then it was said there, or what it said was undone before anybody was told.
ALTER TABLE "message" DROP CONSTRAINT "message_status";
ALTER TABLE "message" ADD CONSTRAINT "message_status" CHECK ("status" IN ('stored', 'sent', 'held', 'gathered', 'dropped'));
CREATE INDEX "message_not_sent_idx" ON "message" ("status", "created_at") WHERE "status" IN ('stored', 'held');
