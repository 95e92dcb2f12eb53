#!/bin/sh
# Postgres runs this once, when its volume is new: Inngest gets a role and a database of its own, and sees no patient.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set password="$INNGEST_POSTGRES_PASSWORD" <<'SQL'
create role inngest login password :'password';
create database inngest owner inngest;
revoke connect on database carnet from public;
SQL
