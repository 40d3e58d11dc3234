-- The agreements on access, and who has stood in the register. Read by H2 and PostgreSQL 14+, and can be taken up again
-- half-way, as V001.

-- Everything that was ever done to an agreement, with the agreement as it stood after it. Never altered, never removed.
create table if not exists tilgangsendring (
    nummer bigint primary key,
    tidspunkt timestamp(3) with time zone not null,
    slag varchar(10) not null,
    utfoert_av varchar(200) not null,
    avtale bigint not null,
    consumer integer not null,
    hjemmel varchar(40) not null,
    miljoe varchar(20) not null,
    kontakt_navn varchar(200) not null,
    kontakt_epost varchar(254) not null,
    kontakt_telefon varchar(30) not null,
    ipadresser varchar(4000) not null,
    gyldig_fra date not null,
    gyldig_til date,
    besluttet_av varchar(200) not null,
    trukket boolean not null
);

-- In which virksomheter a person has stood in a version that no longer is: person as in person_virksomhet. For the person's
-- own question of who has looked, never for the search.
create table if not exists person_tidligere (
    person uuid not null,
    organisasjonsnummer integer not null,
    primary key (person, organisasjonsnummer)
);

-- person_tidligere is made with the index of persons: so it is made anew.
delete from personindeks;
