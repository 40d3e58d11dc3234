select siste, tidspunkt
from sekvens
where id = 1
for update
