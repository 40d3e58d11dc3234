update virksomhet
   set foerst_registrert = :foerstRegistrert,
       slettet = :slettet,
       hode_fra = :hodeFra,
       gjeldende = :gjeldende,
       tidligere = :tidligere
 where organisasjonsnummer = :organisasjonsnummer
