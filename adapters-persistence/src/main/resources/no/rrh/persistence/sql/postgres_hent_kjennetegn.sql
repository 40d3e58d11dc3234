-- What a register has in common with its replicas alone. No row: it has none yet.
select md5(f.soekenoekkel) || ' '
    || coalesce((select cast(g.id as varchar) from generasjon g order by g.etter desc limit 1), '')
from felles f
where f.id = 1
