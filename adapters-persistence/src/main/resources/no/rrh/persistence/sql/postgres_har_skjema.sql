select to_regclass('flyway_schema_history') is not null
