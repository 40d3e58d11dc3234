select innhold
from registrering_tidligere_versjon
where organisasjonsnummer = :nummer and fra_sekvensnummer <= :sekvensnummer and til_sekvensnummer > :sekvensnummer
