package no.rrh.persistence.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What stands in a database that a register is on its way to, until all of it is there.
 *
 * @param kilde what tells the content of the register that it is of from any other
 * @param sekvensnummer the number of that register's last change
 * @param tabeller how far each table has come
 */
record Flyttemerke(String kilde, long sekvensnummer, Map<Registertabell, Framme> tabeller) {
    private static final String HENT = Sql.av("hent_flytting");
    private static final String NY = Sql.av("ny_flytting");
    private static final String OPPDATER = Sql.av("oppdater_flytting");
    private static final String UGYLDIGGJOER = Sql.av("ugyldiggjoer_flytting");
    private static final String SLETT = Sql.av("slett_flytting");
    private static final String TOEM_REGISTER = Sql.av("toem_register");
    private static final String SLETT_NOEKKELMERKE = Sql.av("slett_noekkelmerke");
    private static final String ER_TOMT = Sql.av("er_tomt");
    private static final String LES_GENERASJONER = Sql.av("les_generasjoner");
    private static final String SKILLE = " ";

    /**
     * How far a table has come.
     *
     * @param rader so many rows are there
     * @param neste the key that the next page begins with; absent when there is none
     */
    record Framme(long rader, Optional<List<Object>> neste) {}

    private record Linje(Registertabell tabell, String kilde, long sekvensnummer, Framme framme) {
        static Linje av(ResultSet rad, StatementContext kontekst) throws SQLException {
            Registertabell tabell =
                    Registertabell.valueOf(rad.getString("tabell").toUpperCase(Locale.ROOT));
            return new Linje(
                    tabell,
                    rad.getString("kilde"),
                    rad.getLong("sekvensnummer"),
                    new Framme(
                            rad.getLong("rader"),
                            Optional.ofNullable(rad.getString("neste")).map(tekst -> noekkel(tabell, tekst))));
        }
    }

    /** What stands there; absent when no move is under way. */
    static Optional<Flyttemerke> les(Handle handle) {
        List<Linje> linjer = handle.createQuery(HENT).map(Linje::av).list();
        return linjer.stream()
                .findFirst()
                .map(en -> new Flyttemerke(
                        en.kilde(),
                        en.sekvensnummer(),
                        linjer.stream()
                                .collect(Collectors.toMap(
                                        Linje::tabell,
                                        Linje::framme,
                                        (a, b) -> a,
                                        () -> new EnumMap<>(Registertabell.class)))));
    }

    /**
     * That what is there is all of a register.
     *
     * @throws UferdigFlytting when it is not
     */
    static void krevIngen(Handle handle, Object hvor) {
        if (les(handle).isPresent()) {
            throw new UferdigFlytting(hvor.toString());
        }
    }

    /** As {@link #krevIngen(Handle, Object)}. */
    static void krevIngen(DataSource kilde, Object hvor) {
        Lagerfeil.oversett(() -> {
            try (Handle handle = Jdbi.open(kilde)) {
                krevIngen(handle, hvor);
                return null;
            }
        });
    }

    /** That nobody has ever opened it as a register. */
    static void krevLedig(Handle handle, String hvor) {
        boolean brukt = !handle.createQuery(LES_GENERASJONER)
                        .map(Rader::generasjon)
                        .list()
                        .isEmpty()
                || handle.createQuery(ER_TOMT).mapTo(Integer.class).findOne().isPresent();
        if (brukt && les(handle).isEmpty()) {
            throw Flyttefeil.opptatt(hvor);
        }
    }

    /** Says that a move begins. */
    static Flyttemerke begynn(Handle handle, String kilde, long sekvensnummer) {
        handle.useTransaction(transaksjon -> {
            for (Registertabell tabell : Registertabell.values()) {
                transaksjon
                        .createUpdate(NY)
                        .bind("tabell", tabell.navn())
                        .bind("kilde", kilde)
                        .bind("sekvensnummer", sekvensnummer)
                        .bind("neste", tekst(tabell.foersteNoekkel()))
                        .execute();
            }
        });
        return les(handle).orElseThrow();
    }

    /** Takes away all that a move has brought, and what it said. One that is broken off must be done once more. */
    static void forkast(Handle handle) {
        // the index of persons is of what goes: under the same key it would be taken for made
        handle.execute(SLETT_NOEKKELMERKE);
        handle.execute(UGYLDIGGJOER);
        handle.createScript(TOEM_REGISTER).execute();
        handle.execute(SLETT);
    }

    /** Says, in the transaction that brings them, how many rows more are there. */
    static void framme(Handle handle, Registertabell tabell, long rader, Optional<List<Object>> neste) {
        handle.createUpdate(OPPDATER)
                .bind("tabell", tabell.navn())
                .bind("rader", rader)
                .bind("neste", neste.map(Flyttemerke::tekst).orElse(null))
                .execute();
    }

    /** Says that all is there: it is a register from now on. */
    static void slett(Handle handle) {
        handle.execute(SLETT);
    }

    /** How many rows are there. */
    long rader() {
        return tabeller.values().stream().mapToLong(Framme::rader).sum();
    }

    private static String tekst(List<Object> noekkel) {
        return noekkel.stream().map(Object::toString).collect(Collectors.joining(SKILLE));
    }

    private static List<Object> noekkel(Registertabell tabell, String tekst) {
        String[] deler = tekst.split(SKILLE);
        List<Object> noekkel = new ArrayList<>();
        for (int i = 0; i < deler.length; i++) {
            noekkel.add(tabell.noekkel().get(i).slag().av(deler[i]));
        }
        return noekkel;
    }
}
