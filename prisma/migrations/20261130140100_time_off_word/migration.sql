-- What a block of time is for, as the desk reads it in the grid: a meeting, a call. It says nothing of patients.
ALTER TABLE "time_off" ADD COLUMN "word" TEXT NOT NULL DEFAULT '';
