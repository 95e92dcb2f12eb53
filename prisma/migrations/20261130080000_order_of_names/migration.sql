-- What people write is ordered as people read it, in every language: Anne, Émile, Zoé. The column says so, so that no query can
-- forget it. Equal is still equal to the byte.
alter table doctor alter column name type text collate "und-x-icu";
alter table "user" alter column name type text collate "und-x-icu";
alter table clinic alter column name type text collate "und-x-icu";
alter table calendar_account alter column name type text collate "und-x-icu";
alter table visit_type alter column name_fr type text collate "fr-x-icu", alter column name_en type text collate "en-x-icu";
alter table holiday alter column name_fr type text collate "fr-x-icu", alter column name_en type text collate "en-x-icu";
