-- Purpose: A schema of its own for what dashboards may see, and nothing by default for anybody else.
-- Views go here: their owner reads the tables, so who may read a view needs no right to the tables behind it.
CREATE SCHEMA IF NOT EXISTS dashboard;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

REVOKE ALL ON SCHEMA compliance FROM PUBLIC;

REVOKE ALL ON SCHEMA dashboard FROM PUBLIC;
