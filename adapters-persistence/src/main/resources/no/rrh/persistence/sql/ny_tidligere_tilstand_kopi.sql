copy virksomhet_tidligere
    (organisasjonsnummer, fra_sekvensnummer, til_sekvensnummer, foerst_registrert, slettet, gjeldende)
from stdin
