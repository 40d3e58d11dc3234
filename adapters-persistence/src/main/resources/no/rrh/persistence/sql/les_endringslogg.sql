select sekvensnummer, tidspunkt, type, organisasjonsnummer, registreringsid
from endring
where sekvensnummer > :etter
order by sekvensnummer
limit :antall
