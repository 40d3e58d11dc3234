insert into registrering_tidligere_versjon
    (organisasjonsnummer, registreringsid, versjon, fra_sekvensnummer, til_sekvensnummer, innhold)
values (:nummer, :registreringsid, :versjon, :fra, :til, :innhold)
