-- The first condition alone leads to the place in the primary key.
select organisasjonsnummer, registreringsid, versjon, fra_sekvensnummer, til_sekvensnummer, innhold
from registrering_tidligere_versjon
where organisasjonsnummer >= :noekkel1
    and (organisasjonsnummer > :noekkel1
        or registreringsid > :noekkel2
        or (registreringsid = :noekkel2 and versjon >= :noekkel3))
order by organisasjonsnummer, registreringsid, versjon
limit :antall
