select sekvensnummer
from endring
where tidspunkt < :tidspunkt
order by tidspunkt desc, sekvensnummer desc
limit 1
