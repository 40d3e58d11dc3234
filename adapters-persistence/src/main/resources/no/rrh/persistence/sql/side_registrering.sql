select registreringsid, organisasjonsnummer
from registrering
where registreringsid >= :noekkel1
order by registreringsid
limit :antall
