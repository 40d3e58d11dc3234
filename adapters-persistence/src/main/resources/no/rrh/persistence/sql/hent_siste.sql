select siste
from sekvens
where id = 1
