select sekvensnummer, tidspunkt, type, organisasjonsnummer, registreringsid
from endring
where sekvensnummer >= :noekkel1
order by sekvensnummer
limit :antall
