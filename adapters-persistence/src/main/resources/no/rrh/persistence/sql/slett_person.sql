delete from person_virksomhet
where person = :person and organisasjonsnummer = :nummer
