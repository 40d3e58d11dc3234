insert into registrering_tidligere_versjon (organisasjonsnummer, registreringsid, versjon, fra, til, innhold)
values (:organisasjonsnummer, :registreringsid, :versjon, :fra, :til, :innhold)
