insert into registrering (registreringsid, organisasjonsnummer)
values (:registreringsid, :nummer)
