-- The first condition alone leads to the place in the primary key.
select organisasjonsnummer, fra_sekvensnummer, til_sekvensnummer, foerst_registrert, slettet, gjeldende
from virksomhet_tidligere
where organisasjonsnummer >= :noekkel1
    and (organisasjonsnummer > :noekkel1 or fra_sekvensnummer >= :noekkel2)
order by organisasjonsnummer, fra_sekvensnummer
limit :antall
