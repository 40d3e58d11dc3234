delete from flytting
