select fra_sekvensnummer, til_sekvensnummer, foerst_registrert, slettet, gjeldende
from virksomhet_tidligere
where organisasjonsnummer = :nummer and fra_sekvensnummer <= :sekvensnummer and til_sekvensnummer > :sekvensnummer
