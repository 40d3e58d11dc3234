select count(*) from (select organisasjonsnummer from virksomhet fetch first 1 rows only) noen
