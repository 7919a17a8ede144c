-- Purpose: What the sets from Azure said of a transaction when it was first judged, by which run of each, and which of them
-- could not be relied upon. Absent in rows from before; a regulator asks it of any verdict.
-- A migration and the note of it are one transaction, so it is applied once.
ALTER TABLE compliance.transactions ADD COLUMN supplementary SUPER;
