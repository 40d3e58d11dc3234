select cast(current_setting('server_version_num') as integer) as versjon,
    current_setting('server_encoding') as tegnsett,
    pg_is_in_recovery() as replika
