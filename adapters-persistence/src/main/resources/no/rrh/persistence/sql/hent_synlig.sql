select least(s.siste, coalesce(min(l.vist), s.siste))
from sekvens s
left join lesested l on l.utloeper > current_timestamp
where s.id = 1
group by s.siste
