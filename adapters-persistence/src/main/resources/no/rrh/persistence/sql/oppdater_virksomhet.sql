update virksomhet
set fra_sekvensnummer = :fra,
    foerst_registrert = :foerstRegistrert,
    slettet = :slettet,
    gjeldende = :gjeldende,
    tidligere = :tidligere
where organisasjonsnummer = :nummer
