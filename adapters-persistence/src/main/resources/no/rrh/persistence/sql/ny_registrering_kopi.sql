copy registrering (registreringsid, organisasjonsnummer)
from stdin
