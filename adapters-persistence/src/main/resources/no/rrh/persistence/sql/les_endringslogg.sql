select sekvensnummer, tidspunkt, type, organisasjonsnummer, registreringsid
from endring
where sekvensnummer > :etter and sekvensnummer <= :til
order by sekvensnummer
limit :antall
