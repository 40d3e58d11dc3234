insert into virksomhet_tidligere_versjon (organisasjonsnummer, fra, til, foerst_registrert, slettet)
values (:organisasjonsnummer, :fra, :til, :foerstRegistrert, :slettet)
