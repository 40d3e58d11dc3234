copy registrering_tidligere_versjon
    (organisasjonsnummer, registreringsid, versjon, fra_sekvensnummer, til_sekvensnummer, innhold)
from stdin
