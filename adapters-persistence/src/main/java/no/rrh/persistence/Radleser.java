package no.rrh.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** The one place where a row becomes what it stands for. */
final class Radleser {
    private Radleser() {}

    /** A virksomhet with its gjeldende registration alone. */
    static Aggregat gjeldende(ResultSet rad) throws SQLException {
        return aggregat(rad, Dokument.les(rad.getBytes("gjeldende")));
    }

    /** A virksomhet with every registration. */
    static Aggregat hele(ResultSet rad) throws SQLException {
        List<Lagret> registreringer = new ArrayList<>();
        for (String kolonne : List.of("gjeldende", "tidligere")) {
            byte[] dokument = rad.getBytes(kolonne);
            if (dokument != null) {
                registreringer.addAll(Dokument.les(dokument));
            }
        }
        return aggregat(rad, registreringer);
    }

    private static Aggregat aggregat(ResultSet rad, List<Lagret> registreringer) throws SQLException {
        return new Aggregat(
                Organisasjonsnummer.av(rad.getInt("organisasjonsnummer")),
                tid(rad, "foerst_registrert").orElseThrow(),
                tid(rad, "slettet"),
                rad.getLong("hode_fra"),
                registreringer);
    }

    static Hode hode(ResultSet rad) throws SQLException {
        return new Hode(tid(rad, "foerst_registrert").orElseThrow(), tid(rad, "slettet"));
    }

    static NummerertEndring endring(ResultSet rad) throws SQLException {
        return new NummerertEndring(
                rad.getLong("sekvensnummer"),
                tid(rad, "tidspunkt").orElseThrow(),
                new Endring(
                        Endringstype.valueOf(rad.getString("type")),
                        Organisasjonsnummer.av(rad.getInt("organisasjonsnummer")),
                        rad.getObject("registreringsid", UUID.class)));
    }

    private static Optional<Instant> tid(ResultSet rad, String kolonne) throws SQLException {
        return Optional.ofNullable(rad.getObject(kolonne, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** What is said of a virksomhet beside its registrations. */
    record Hode(Instant foerstRegistrert, Optional<Instant> slettet) {}
}
