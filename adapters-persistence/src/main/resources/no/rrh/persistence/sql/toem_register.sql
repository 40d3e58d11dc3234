-- All tables of Registertabell. The counter keeps its row, which the move sets last.
truncate table virksomhet;
truncate table virksomhet_tidligere;
truncate table registrering;
truncate table registrering_tidligere_versjon;
truncate table endring;
truncate table generasjon;
truncate table tilgangsendring;
update sekvens set siste = 0, tidspunkt = timestamp with time zone '1970-01-01 00:00:00+00'
