select organisasjonsnummer, foerst_registrert, slettet, gjeldende
from virksomhet
where organisasjonsnummer = :nummer and gjeldende is not null
