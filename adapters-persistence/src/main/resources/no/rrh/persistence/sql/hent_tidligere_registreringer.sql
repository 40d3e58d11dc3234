select innhold, fra, til
  from registrering_tidligere_versjon
 where organisasjonsnummer = :organisasjonsnummer
   and fra <= :sekvensnummer
   and til > :sekvensnummer
