select foerst_registrert, slettet
  from virksomhet_tidligere_versjon
 where organisasjonsnummer = :organisasjonsnummer
   and fra <= :sekvensnummer
   and til > :sekvensnummer
