insert into virksomhet_tidligere
    (organisasjonsnummer, fra_sekvensnummer, til_sekvensnummer, foerst_registrert, slettet, gjeldende)
values (:nummer, :fra, :til, :foerstRegistrert, :slettet, cast(:gjeldende as uuid))
