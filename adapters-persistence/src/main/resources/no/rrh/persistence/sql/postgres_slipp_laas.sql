select pg_advisory_unlock(:noekkel)
