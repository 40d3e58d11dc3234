select organisasjonsnummer, foerst_registrert, slettet, hode_fra, gjeldende
  from virksomhet
 where organisasjonsnummer = :organisasjonsnummer
   and gjeldende is not null
