select id, etter
from generasjon
order by etter
