insert into person_virksomhet (person, organisasjonsnummer)
values (:person, :nummer)
