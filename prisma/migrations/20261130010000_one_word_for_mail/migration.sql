-- The channel is called `mail` wherever it is named; an e-mail address is what it reaches somebody by.
UPDATE "message" SET "channel" = 'mail' WHERE "channel" = 'email';
