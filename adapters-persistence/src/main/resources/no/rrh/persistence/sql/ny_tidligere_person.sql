insert into person_tidligere (person, organisasjonsnummer)
select cast(:person as uuid), cast(:nummer as integer)
where not exists (select 1 from person_tidligere where person = :person and organisasjonsnummer = :nummer)
