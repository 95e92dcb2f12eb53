-- What time it is, the app says: a row's instants come with it, so that a clock that was set is the only one.
ALTER TABLE "user" ALTER COLUMN "created_at" DROP DEFAULT;
ALTER TABLE "session" ALTER COLUMN "created_at" DROP DEFAULT;
ALTER TABLE "account" ALTER COLUMN "created_at" DROP DEFAULT;
ALTER TABLE "verification" ALTER COLUMN "created_at" DROP DEFAULT;
ALTER TABLE "calendar_account" ALTER COLUMN "connected_at" DROP DEFAULT;
