-- Few records are aliases: a search that meets many people asks them alone for their root.
CREATE INDEX "patient_root_alias_idx" ON "patient_root"("patient_id") WHERE "patient_id" <> "root_id";
