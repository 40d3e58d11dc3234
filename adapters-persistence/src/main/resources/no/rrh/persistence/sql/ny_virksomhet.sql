insert into virksomhet (organisasjonsnummer, foerst_registrert, slettet, hode_fra, gjeldende, tidligere)
values (:organisasjonsnummer, :foerstRegistrert, :slettet, :hodeFra, :gjeldende, :tidligere)
