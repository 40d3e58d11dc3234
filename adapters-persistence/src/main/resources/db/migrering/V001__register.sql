-- The one counter of changes. Every writer locks its row before anything else, so writers take turns, and changes are
-- numbered in the order in which they become visible.
create table sekvens (
    id    integer primary key,
    siste bigint  not null,
    constraint sekvens_har_en_rad check (id = 1)
);

insert into sekvens (id, siste) values (1, 0);

-- One row a virksomhet, as it stands. The number is the key as an integer, so that the rows lie in its order.
create table virksomhet (
    organisasjonsnummer integer primary key,
    foerst_registrert   timestamp(3) with time zone not null,
    slettet             timestamp(3) with time zone,
    hode_fra            bigint not null,
    gjeldende           bytea,
    tidligere           bytea
);

-- Whose a registration is: an identifier belongs to one virksomhet in the whole register.
create table registrering (
    registreringsid     uuid primary key,
    organisasjonsnummer integer not null
);

-- What a registration said before it was altered: from and with one change, until another.
create table registrering_tidligere_versjon (
    organisasjonsnummer integer not null,
    registreringsid     uuid    not null,
    versjon             integer not null,
    fra                 bigint  not null,
    til                 bigint  not null,
    innhold             bytea   not null,
    primary key (organisasjonsnummer, registreringsid, versjon)
);

-- What was said of the virksomhet itself before it was altered.
create table virksomhet_tidligere_versjon (
    organisasjonsnummer integer not null,
    fra                 bigint  not null,
    til                 bigint  not null,
    foerst_registrert   timestamp(3) with time zone not null,
    slettet             timestamp(3) with time zone,
    primary key (organisasjonsnummer, fra)
);

create table endring (
    sekvensnummer       bigint primary key,
    tidspunkt           timestamp(3) with time zone not null,
    type                varchar(40) not null,
    organisasjonsnummer integer not null,
    registreringsid     uuid not null
);
