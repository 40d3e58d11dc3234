-- Several instances on one database. Read by H2 and PostgreSQL 14+, and can be taken up again half-way, as V001.

-- Who makes the totalbestand, and until when, unless it says again that it does. eier is null when nobody does.
create table if not exists produksjon (
    id smallint primary key check (id = 1),
    eier uuid,
    utloeper timestamp(3) with time zone not null
);

insert into produksjon (id, eier, utloeper)
select 1, null, timestamp with time zone '1970-01-01 00:00:00+00'
where not exists (select 1 from produksjon);

-- Where else than here an instance reads the register, such as a replica: the last change that is seen there, and until
-- when the instance may read there unless it says again that it does. The endringslogg is handed out up to the least.
create table if not exists lesested (
    id uuid primary key,
    vist bigint not null,
    utloeper timestamp(3) with time zone not null
);

-- What instances must have in common and, with a file of H2, lies in the folder beside it: the environment that the register
-- belongs to, and the secret of person_virksomhet. No row: nobody has opened it as PostgreSQL.
create table if not exists felles (
    id smallint primary key check (id = 1),
    miljoe varchar(20) not null,
    soekenoekkel bytea not null
);

-- A move of another register into this database that has not come to its end: which register it is of, and for each table how
-- many rows are here and the key that the next page begins with (null: it is all here). While there is a row, nobody opens
-- this as a register.
create table if not exists flytting (
    tabell varchar(40) primary key,
    kilde varchar(64) not null,
    sekvensnummer bigint not null,
    rader bigint not null,
    neste varchar(200)
);
