select (select count(*) from sekvens) + (select count(*) from virksomhet) + (select count(*) from virksomhet_tidligere)
    + (select count(*) from registrering) + (select count(*) from registrering_tidligere_versjon)
    + (select count(*) from endring) + (select count(*) from generasjon) + (select count(*) from tilgangsendring)
