copy endring (sekvensnummer, tidspunkt, type, organisasjonsnummer, registreringsid)
from stdin
