select organisasjonsnummer, foerst_registrert, slettet, hode_fra, gjeldende
  from virksomhet
 where organisasjonsnummer > :etter
   and gjeldende is not null
 order by organisasjonsnummer
 fetch first :antall rows only
