select innhold
from registrering_tidligere_versjon
where organisasjonsnummer = :nummer
order by registreringsid, versjon
