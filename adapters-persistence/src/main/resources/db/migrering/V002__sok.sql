-- The search for a person, the search for a time, and the generations of the endringslogg. Read by H2 and PostgreSQL 14+,
-- and can be taken up again half-way, as V001.

-- In which virksomheter a person stands. person is the beginning of a keyed hash of the fødselsnummer or D-nummer, 128 bits
-- of it, which both databases keep best as a uuid.
create table if not exists person_virksomhet (
    person uuid not null,
    organisasjonsnummer integer not null,
    primary key (person, organisasjonsnummer)
);

-- Under which key person_virksomhet has been made. No row: it has not been, or not to its end.
create table if not exists personindeks (
    id smallint primary key check (id = 1),
    noekkelmerke uuid not null
);

create index if not exists endring_tidspunkt on endring (tidspunkt, sekvensnummer);

-- A generation has the numbers above etter, up to where the next begins.
create table if not exists generasjon (
    id uuid primary key,
    etter bigint not null unique
);
