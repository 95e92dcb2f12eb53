-- A code belongs to the browser that asked for it, and a patient's session ends when they sign out. Codes live ten minutes:
-- whoever was about to type one asks again.
DROP TABLE "sign_in_code";

-- CreateTable
CREATE TABLE "sign_in_code" (
    "asked_hash" BYTEA NOT NULL,
    "email_index" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("asked_hash")
);

-- CreateIndex
CREATE INDEX "sign_in_code_expires_at_idx" ON "sign_in_code"("expires_at");

-- CreateTable
CREATE TABLE "patient_session" (
    "token_hash" BYTEA NOT NULL,
    "email_index" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patient_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "patient_session_email_index_idx" ON "patient_session"("email_index");

-- CreateIndex
CREATE INDEX "patient_session_expires_at_idx" ON "patient_session"("expires_at");
