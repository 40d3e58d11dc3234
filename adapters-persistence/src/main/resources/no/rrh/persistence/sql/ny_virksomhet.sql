insert into virksomhet (organisasjonsnummer, fra_sekvensnummer, foerst_registrert, slettet, gjeldende, tidligere)
values (:nummer, :fra, :foerstRegistrert, :slettet, :gjeldende, :tidligere)
