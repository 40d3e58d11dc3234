select organisasjonsnummer, foerst_registrert, slettet, hode_fra, gjeldende, tidligere
  from virksomhet
 where organisasjonsnummer = :organisasjonsnummer
