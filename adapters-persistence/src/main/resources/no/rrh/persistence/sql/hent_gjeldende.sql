-- the places of the columns are those that Rader.gjeldenderad reads
select organisasjonsnummer, foerst_registrert, slettet, gjeldende
from virksomhet
where organisasjonsnummer = :nummer and gjeldende is not null
