select organisasjonsnummer
from person_virksomhet
where person = :person and organisasjonsnummer > :etter
order by organisasjonsnummer
limit :antall
