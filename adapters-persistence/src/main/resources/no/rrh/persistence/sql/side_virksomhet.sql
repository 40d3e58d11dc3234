select organisasjonsnummer, fra_sekvensnummer, foerst_registrert, slettet, gjeldende, tidligere
from virksomhet
where organisasjonsnummer >= :noekkel1
order by organisasjonsnummer
limit :antall
