package no.rrh.persistence.register;

import static no.rrh.persistence.register.Kolonneslag.BYTE;
import static no.rrh.persistence.register.Kolonneslag.DATO;
import static no.rrh.persistence.register.Kolonneslag.HELTALL;
import static no.rrh.persistence.register.Kolonneslag.SANNHET;
import static no.rrh.persistence.register.Kolonneslag.TEKST;
import static no.rrh.persistence.register.Kolonneslag.TIDSPUNKT;
import static no.rrh.persistence.register.Kolonneslag.UUID;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The tables that are the register, with all their columns: what is hashed, and what a copy of a register must hold. Not
 * among them is what is made from these, the index of persons, and what is the database's own.
 */
enum Registertabell {
    SEKVENS(1, kolonne("id", HELTALL), kolonne("siste", HELTALL), kolonne("tidspunkt", TIDSPUNKT)),

    VIRKSOMHET(
            1,
            kolonne("organisasjonsnummer", HELTALL),
            kolonne("fra_sekvensnummer", HELTALL),
            kolonne("foerst_registrert", TIDSPUNKT),
            kolonne("slettet", TIDSPUNKT),
            kolonne("gjeldende", BYTE),
            kolonne("tidligere", BYTE)),

    VIRKSOMHET_TIDLIGERE(
            2,
            kolonne("organisasjonsnummer", HELTALL),
            kolonne("fra_sekvensnummer", HELTALL),
            kolonne("til_sekvensnummer", HELTALL),
            kolonne("foerst_registrert", TIDSPUNKT),
            kolonne("slettet", TIDSPUNKT),
            kolonne("gjeldende", UUID)),

    REGISTRERING(1, kolonne("registreringsid", UUID), kolonne("organisasjonsnummer", HELTALL)),

    REGISTRERING_TIDLIGERE_VERSJON(
            3,
            kolonne("organisasjonsnummer", HELTALL),
            kolonne("registreringsid", UUID),
            kolonne("versjon", HELTALL),
            kolonne("fra_sekvensnummer", HELTALL),
            kolonne("til_sekvensnummer", HELTALL),
            kolonne("innhold", BYTE)),

    ENDRING(
            1,
            kolonne("sekvensnummer", HELTALL),
            kolonne("tidspunkt", TIDSPUNKT),
            kolonne("type", TEKST),
            kolonne("organisasjonsnummer", HELTALL),
            kolonne("registreringsid", UUID)),

    /** By etter, which is as good a key as id. */
    GENERASJON(1, kolonne("etter", HELTALL), kolonne("id", UUID)),

    TILGANGSENDRING(
            1,
            kolonne("nummer", HELTALL),
            kolonne("tidspunkt", TIDSPUNKT),
            kolonne("slag", TEKST),
            kolonne("utfoert_av", TEKST),
            kolonne("avtale", HELTALL),
            kolonne("consumer", HELTALL),
            kolonne("hjemmel", TEKST),
            kolonne("miljoe", TEKST),
            kolonne("kontakt_navn", TEKST),
            kolonne("kontakt_epost", TEKST),
            kolonne("kontakt_telefon", TEKST),
            kolonne("ipadresser", TEKST),
            kolonne("gyldig_fra", DATO),
            kolonne("gyldig_til", DATO),
            kolonne("besluttet_av", TEKST),
            kolonne("trukket", SANNHET));

    /** A plain select over everything would be held in memory first. */
    private static final int SIDE = 200;

    private static final String NOEKKEL = "noekkel";

    private final List<Kolonne> kolonner;
    private final int noekler;
    private final String sql;

    /**
     * @param noekler how many of the columns, the first ones, are the key
     */
    Registertabell(int noekler, Kolonne... kolonner) {
        this.kolonner = List.of(kolonner);
        this.noekler = noekler;
        this.sql = Sql.av("side_" + navn());
    }

    /**
     * A column.
     *
     * @param navn its name in the database
     */
    record Kolonne(String navn, Kolonneslag slag) {}

    private static Kolonne kolonne(String navn, Kolonneslag slag) {
        return new Kolonne(navn, slag);
    }

    /** Its name in the database. */
    final String navn() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns in the order in which a row has its values, those of the key first. */
    List<Kolonne> kolonner() {
        return kolonner;
    }

    /** The columns of the key by which the pages follow each other. */
    List<Kolonne> noekkel() {
        return kolonner.subList(0, noekler);
    }

    /** Reads every row once, in pages of a few hundred, by the handle's own snapshot. */
    void lesAlt(Handle handle, Consumer<List<Rad>> mottaker) {
        lesAlt(handle, SIDE, mottaker);
    }

    /** One row more than a page tells where the next begins. */
    void lesAlt(Handle handle, int side, Consumer<List<Rad>> mottaker) {
        lesFra(handle, foersteNoekkel(), side, (rader, neste) -> mottaker.accept(rader));
    }

    /** Before or at the key of every row. */
    List<Object> foersteNoekkel() {
        return noekkel().stream().map(kolonne -> kolonne.slag().minste()).toList();
    }

    /**
     * As {@link #lesAlt}, from a key on.
     *
     * @param mottaker takes each page, and the key with which the next begins; absent with the last
     */
    void lesFra(Handle handle, List<Object> noekkel, int side, BiConsumer<List<Rad>, Optional<List<Object>>> mottaker) {
        Optional<List<Object>> fra = Optional.of(noekkel);
        while (fra.isPresent()) {
            List<Rad> lest = les(handle, fra.get(), side + 1);
            fra = lest.size() > side ? Optional.of(lest.get(side).verdier().subList(0, noekler)) : Optional.empty();
            mottaker.accept(lest.subList(0, Math.min(side, lest.size())), fra);
        }
    }

    private List<Rad> les(Handle handle, List<Object> fra, int antall) {
        Query spoerring = handle.createQuery(sql).bind("antall", antall);
        for (int i = 0; i < noekler; i++) {
            spoerring.bind(NOEKKEL + (i + 1), fra.get(i));
        }
        return spoerring.map(this::rad).list();
    }

    private Rad rad(ResultSet rad, StatementContext kontekst) throws SQLException {
        List<Object> verdier = new ArrayList<>(kolonner.size());
        for (int i = 0; i < kolonner.size(); i++) {
            verdier.add(kolonner.get(i).slag().les(rad, i + 1));
        }
        return new Rad(verdier);
    }
}
