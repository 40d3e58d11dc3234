package no.rrh.persistence.register;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.Skriving;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.register.Lager.Skrevet;
import org.jdbi.v3.core.Handle;

/** The register in a database that speaks the SQL of this module. */
final class Sqlregister implements Virksomhetsregister {
    private static final Noekkelspoerring<RegistreringspliktigVirksomhet> HENT_GJELDENDE =
            new Noekkelspoerring<>("hent_gjeldende", Rader::gjeldende);
    private static final Noekkelspoerring<Lagret> HENT_VIRKSOMHET =
            new Noekkelspoerring<>("hent_virksomhet", Rader::lagret);
    private static final String HENT_TIDLIGERE_TILSTAND = Sql.av("hent_tidligere_tilstand");
    private static final String HENT_TIDLIGERE_VERSJONER = Sql.av("hent_tidligere_versjoner");
    private static final String ER_TOMT = Sql.av("er_tomt");

    private final Lager lager;
    private final Lesing lesing;
    private final Sqlendringslogg endringslogg;
    private final Clock klokke;
    private final Personnoekkel noekkel;

    /**
     * A register.
     *
     * @param lager where it is written
     * @param lesing where it is read
     */
    Sqlregister(Lager lager, Lesing lesing, Clock klokke, Personnoekkel noekkel) {
        this.lager = lager;
        this.lesing = lesing;
        this.endringslogg = new Sqlendringslogg(lager);
        this.klokke = klokke;
        this.noekkel = noekkel;
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hentGjeldende(Organisasjonsnummer nummer) {
        return lesing.finn(HENT_GJELDENDE, nummer.tall());
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer) {
        return lesing.finn(HENT_VIRKSOMHET, nummer.tall()).map(Lagret::virksomhet);
    }

    /**
     * The pieces are read one after another without a snapshot. What held at a number that has been committed never
     * changes, it only moves from the present to the past, in one commit with what takes its place: so the present is
     * read first.
     */
    @Override
    public Optional<RegistreringspliktigVirksomhet> hentVed(Organisasjonsnummer nummer, long sekvensnummer) {
        return lesing.slaaOpp(handle -> hentLagret(handle, nummer).flatMap(naa -> hentVed(handle, naa, sekvensnummer)));
    }

    @Override
    public <T> T lesBestand(Function<Bestand, T> leser) {
        return lesing.iOeyeblikksbilde(handle -> {
            Sqlbestand bestand = new Sqlbestand(handle);
            lager.sikre(handle, bestand.sekvensnummer());
            // what is made of it tells how far it goes, as the endringslogg does
            endringslogg.ventTilSynlig(bestand.sekvensnummer());
            return leser.apply(bestand);
        });
    }

    @Override
    public <T> T skriv(Function<Skriving, T> arbeid) {
        return lager.skriv(handle -> {
            Sqlskriving skriving = new Sqlskriving(
                    handle, lager.dialekt(), klokke, noekkel, lager.vikeplikt().begynn());
            T svar = arbeid.apply(skriving);
            return new Skrevet<>(svar, skriving.avslutt());
        });
    }

    @Override
    public boolean erTomt() {
        return lager.slaaOpp(handle ->
                handle.createQuery(ER_TOMT).mapTo(Integer.class).findOne().isEmpty());
    }

    static Optional<Lagret> hentLagret(Handle handle, Organisasjonsnummer nummer) {
        return HENT_VIRKSOMHET.finn(handle, nummer.tall());
    }

    private static Optional<RegistreringspliktigVirksomhet> hentVed(Handle handle, Lagret naa, long sekvensnummer) {
        Organisasjonsnummer nummer = naa.virksomhet().organisasjonsnummer();
        Optional<Tilstand> tilstand = naa.fra() <= sekvensnummer
                ? Optional.of(Tilstand.av(naa.virksomhet()))
                : handle.createQuery(HENT_TIDLIGERE_TILSTAND)
                        .bind("nummer", nummer.tall())
                        .bind("sekvensnummer", sekvensnummer)
                        .map(Rader::tilstand)
                        .findOne();
        return tilstand.map(ved -> {
            Map<UUID, Registrering> tidligere = hentVersjonerVed(handle, nummer, sekvensnummer);
            return new RegistreringspliktigVirksomhet(
                    nummer,
                    ved.foerstRegistrert(),
                    ved.slettet(),
                    naa.virksomhet().registreringer().stream()
                            .flatMap(registrering ->
                                    naa.innholdFra().get(registrering.registreringsid()) <= sekvensnummer
                                            ? Stream.of(registrering)
                                            : Stream.ofNullable(tidligere.get(registrering.registreringsid())))
                            .map(registrering -> med(registrering, ved.gjeldende()))
                            .toList());
        });
    }

    private static Map<UUID, Registrering> hentVersjonerVed(
            Handle handle, Organisasjonsnummer nummer, long sekvensnummer) {
        return handle
                .createQuery(HENT_TIDLIGERE_VERSJONER)
                .bind("nummer", nummer.tall())
                .bind("sekvensnummer", sekvensnummer)
                .map(Rader::tidligereVersjon)
                .list()
                .stream()
                .collect(Collectors.toMap(Registrering::registreringsid, Function.identity()));
    }

    /** One whose content has become a deletion's may still be named gjeldende, until the next change of the same write. */
    private static Registrering med(Registrering registrering, Optional<UUID> gjeldende) {
        return new Registrering(
                registrering.registreringsid(),
                registrering.versjon(),
                registrering.registreringsstatus(),
                registrering.registrert(),
                gjeldende.filter(registrering.registreringsid()::equals).isPresent() && !registrering.erSletting(),
                registrering.reelleRettighetshaverestatus(),
                registrering.rettighetsinformasjon(),
                registrering.uoverensstemmelse());
    }
}
