-- The register. H2 and PostgreSQL 14+ both read this file. «if not exists», because H2 commits each statement by
-- itself: a first start that was killed half-way is simply taken up again.

-- The number of the last change, in one row. Whoever writes locks it first, so that writers take turns and the changes
-- are numbered in the order in which they become visible.
create table if not exists sekvens (
    id smallint primary key check (id = 1),
    siste bigint not null,
    tidspunkt timestamp(3) with time zone not null
);

insert into sekvens (id, siste, tidspunkt)
select 1, 0, timestamp with time zone '1970-01-01 00:00:00+00'
where not exists (select 1 from sekvens);

-- A virksomhet as it stands. The documents are in persistence's own stored form: the gjeldende registration, and all
-- the others. fra_sekvensnummer: the change since which foerst_registrert, slettet and the choice of gjeldende hold.
create table if not exists virksomhet (
    organisasjonsnummer integer primary key,
    fra_sekvensnummer bigint not null,
    foerst_registrert timestamp(3) with time zone not null,
    slettet timestamp(3) with time zone,
    gjeldende bytea,
    tidligere bytea
);

-- What stood in virksomhet before, from one change up to, not including, another.
create table if not exists virksomhet_tidligere (
    organisasjonsnummer integer not null,
    fra_sekvensnummer bigint not null,
    til_sekvensnummer bigint not null,
    foerst_registrert timestamp(3) with time zone not null,
    slettet timestamp(3) with time zone,
    gjeldende uuid,
    primary key (organisasjonsnummer, fra_sekvensnummer)
);

-- Whose a registreringsid is: one virksomhet's in the whole register.
create table if not exists registrering (
    registreringsid uuid primary key,
    organisasjonsnummer integer not null
);

-- The content that a registration had in an earlier version, from one change up to, not including, another.
create table if not exists registrering_tidligere_versjon (
    organisasjonsnummer integer not null,
    registreringsid uuid not null,
    versjon integer not null,
    fra_sekvensnummer bigint not null,
    til_sekvensnummer bigint not null,
    innhold bytea not null,
    primary key (organisasjonsnummer, registreringsid, versjon)
);

-- The endringslogg. Never pruned.
create table if not exists endring (
    sekvensnummer bigint primary key,
    tidspunkt timestamp(3) with time zone not null,
    type varchar(40) not null,
    organisasjonsnummer integer not null,
    registreringsid uuid not null
);
