select organisasjonsnummer
from person_virksomhet
where person = :person
union
select organisasjonsnummer
from person_tidligere
where person = :person
order by organisasjonsnummer
