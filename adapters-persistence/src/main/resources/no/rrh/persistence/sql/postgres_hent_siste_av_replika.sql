-- No row where it is a database that is written to.
select siste
from sekvens
where pg_is_in_recovery()
