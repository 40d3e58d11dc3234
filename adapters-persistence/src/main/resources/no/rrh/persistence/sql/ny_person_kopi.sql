copy person_virksomhet (person, organisasjonsnummer)
from stdin
