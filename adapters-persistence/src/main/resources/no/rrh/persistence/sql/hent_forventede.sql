select organisasjonsnummer, fra_sekvensnummer, foerst_registrert, slettet, gjeldende, tidligere
from virksomhet
where organisasjonsnummer = any(:numre)
