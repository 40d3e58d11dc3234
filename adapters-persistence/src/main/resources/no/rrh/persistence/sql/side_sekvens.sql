-- One page of the table: the keys from this one on. All its columns, in the order of Registertabell.
select id, siste, tidspunkt
from sekvens
where id >= :noekkel1
order by id
limit :antall
