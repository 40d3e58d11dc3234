copy virksomhet (organisasjonsnummer, fra_sekvensnummer, foerst_registrert, slettet, gjeldende, tidligere)
from stdin
