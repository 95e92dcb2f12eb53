-- A mail that came back for now, such as from a full mailbox, is one that somebody may have to call about, until it arrives.
DROP INDEX "message_came_back_idx";
CREATE INDEX "message_came_back_idx" ON "message" ("delivery_at") WHERE "delivery" IN ('soft_bounced', 'failed', 'bounced', 'complained') AND "settled_at" IS NULL;
