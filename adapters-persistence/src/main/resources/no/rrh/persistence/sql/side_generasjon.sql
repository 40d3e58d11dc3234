select etter, id
from generasjon
where etter >= :noekkel1
order by etter
limit :antall
