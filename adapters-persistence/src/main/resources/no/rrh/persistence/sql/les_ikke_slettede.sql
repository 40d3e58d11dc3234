select organisasjonsnummer
from virksomhet
where organisasjonsnummer > :etter and slettet is null
order by organisasjonsnummer
limit :antall
