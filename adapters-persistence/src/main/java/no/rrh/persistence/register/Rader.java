package no.rrh.persistence.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.rrh.application.port.out.Generasjon;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.tilgang.Avtaleendring;
import no.rrh.domain.tilgang.Hjemmel;
import no.rrh.domain.tilgang.Kontaktperson;
import no.rrh.domain.tilgang.Tilgangsavtale;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.lagringsform.LagretRegistrering;
import no.rrh.persistence.lagringsform.Lagringsform;
import org.jdbi.v3.core.statement.StatementContext;

/** How rows become values: each kind of row here and nowhere else. */
final class Rader {
    private static final Map<String, Endringstype> TYPER =
            Arrays.stream(Endringstype.values()).collect(Collectors.toMap(Endringstype::verdi, Function.identity()));

    private static final Map<String, Avtaleendring.Slag> SLAG = Arrays.stream(Avtaleendring.Slag.values())
            .collect(Collectors.toMap(Avtaleendring.Slag::verdi, Function.identity()));

    private Rader() {}

    /** A time as it is bound: whole milliseconds, since a database would round where the stored form cuts. */
    static OffsetDateTime tid(Instant tid) {
        return tid.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    static RegistreringspliktigVirksomhet gjeldende(ResultSet rad, StatementContext kontekst) throws SQLException {
        return gjeldenderad(rad, kontekst).virksomhet();
    }

    /** By the places of the columns: their names H2 looks up in a map that it makes for each answer. */
    static Gjeldenderad gjeldenderad(ResultSet rad, StatementContext kontekst) throws SQLException {
        return new Gjeldenderad(
                Organisasjonsnummer.av(rad.getInt(1)),
                rad.getObject(2, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rad.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                rad.getBytes(4));
    }

    static Lagret lagret(ResultSet rad, StatementContext kontekst) throws SQLException {
        List<LagretRegistrering> registreringer = new ArrayList<>();
        leggTil(registreringer, rad.getBytes("gjeldende"), true);
        leggTil(registreringer, rad.getBytes("tidligere"), false);
        return Lagret.av(virksomhet(rad, registreringer), rad.getLong("fra_sekvensnummer"), registreringer);
    }

    static Organisasjonsnummer nummer(ResultSet rad, StatementContext kontekst) throws SQLException {
        return nummer(rad);
    }

    static Tilstand tilstand(ResultSet rad, StatementContext kontekst) throws SQLException {
        return new Tilstand(
                paakrevdTid(rad, "foerst_registrert"),
                tid(rad, "slettet"),
                Optional.ofNullable(rad.getObject("gjeldende", UUID.class)));
    }

    static Registrering tidligereVersjon(ResultSet rad, StatementContext kontekst) throws SQLException {
        return Lagringsform.les(rad.getBytes("innhold"), false).get(0).registrering();
    }

    static NummerertEndring endring(ResultSet rad, StatementContext kontekst) throws SQLException {
        return new NummerertEndring(
                rad.getLong("sekvensnummer"),
                paakrevdTid(rad, "tidspunkt"),
                new Endring(
                        TYPER.get(rad.getString("type")), nummer(rad), rad.getObject("registreringsid", UUID.class)));
    }

    static Generasjon generasjon(ResultSet rad, StatementContext kontekst) throws SQLException {
        return new Generasjon(rad.getObject("id", UUID.class), rad.getLong("etter"));
    }

    static Avtaleendring avtaleendring(ResultSet rad, StatementContext kontekst) throws SQLException {
        String adresser = rad.getString("ipadresser");
        return new Avtaleendring(
                paakrevdTid(rad, "tidspunkt"),
                SLAG.get(rad.getString("slag")),
                rad.getString("utfoert_av"),
                new Tilgangsavtale(
                        rad.getLong("avtale"),
                        Organisasjonsnummer.av(rad.getInt("consumer")),
                        Hjemmel.finn(rad.getString("hjemmel")).orElseThrow(),
                        rad.getString("miljoe"),
                        new Kontaktperson(
                                rad.getString("kontakt_navn"),
                                rad.getString("kontakt_epost"),
                                rad.getString("kontakt_telefon")),
                        adresser.isEmpty() ? List.of() : List.of(adresser.split(",")),
                        rad.getObject("gyldig_fra", LocalDate.class),
                        Optional.ofNullable(rad.getObject("gyldig_til", LocalDate.class)),
                        rad.getString("besluttet_av"),
                        rad.getBoolean("trukket")));
    }

    static Sekvens sekvens(ResultSet rad, StatementContext kontekst) throws SQLException {
        return new Sekvens(rad.getLong("siste"), paakrevdTid(rad, "tidspunkt"));
    }

    private static RegistreringspliktigVirksomhet virksomhet(ResultSet rad, List<LagretRegistrering> registreringer)
            throws SQLException {
        return new RegistreringspliktigVirksomhet(
                nummer(rad),
                paakrevdTid(rad, "foerst_registrert"),
                tid(rad, "slettet"),
                registreringer.stream().map(LagretRegistrering::registrering).toList());
    }

    private static void leggTil(List<LagretRegistrering> registreringer, byte[] dokument, boolean gjeldende) {
        if (dokument != null) {
            registreringer.addAll(Lagringsform.les(dokument, gjeldende));
        }
    }

    private static Organisasjonsnummer nummer(ResultSet rad) throws SQLException {
        return Organisasjonsnummer.av(rad.getInt("organisasjonsnummer"));
    }

    private static Instant paakrevdTid(ResultSet rad, String kolonne) throws SQLException {
        return tid(rad, kolonne).orElseThrow();
    }

    private static Optional<Instant> tid(ResultSet rad, String kolonne) throws SQLException {
        return Optional.ofNullable(rad.getObject(kolonne, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
