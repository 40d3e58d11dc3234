select organisasjonsnummer
from registrering
where registreringsid = :registreringsid
