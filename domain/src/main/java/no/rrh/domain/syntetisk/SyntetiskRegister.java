package no.rrh.domain.syntetisk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;

/**
 * So many virksomheter that follow from a seed. The shares are chosen to be like those of a real register as far as is known
 * of one, and are no facts about any.
 */
public final class SyntetiskRegister {
    /** As many as there are persons for. */
    public static final int FLEST = 5_000_000;

    private static final Instant AAPNET = Instant.parse("2024-10-01T06:00:00Z");
    private static final long DAGER = 700;
    private static final long DOEGN_MS = Duration.ofDays(1).toMillis();

    private static final double IKKE_MELDT_PROSENT = 6;
    private static final double SLETTET_PROSENT = 1.5;
    private static final double NUF_PROSENT = 1.2;
    private static final double BOERSNOTERT_PROSENT = 0.03;
    private static final double UTEN_RETTIGHETSHAVERE_PROSENT = 7;
    private static final double TIDLIGERE_PROSENT = 33;
    private static final double FLERE_TIDLIGERE_PROSENT = 10;
    private static final int FLEST_TIDLIGERE = 8;
    private static final double UOVERENSSTEMMELSE_PROSENT = 1.5;

    private static final List<LandAlfa2> LAND = Stream.of("SE", "DK", "DE", "FI", "NL", "IE", "LT", "EE", "PL", "FR")
            .map(LandAlfa2::av)
            .toList();
    private static final List<Reellerettighetshaverestatus> UTEN = List.of(
            Reellerettighetshaverestatus.HAR_IKKE_REELLE_RETTIGHETSHAVERE,
            Reellerettighetshaverestatus.INGEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES,
            Reellerettighetshaverestatus
                    .NORSK_OFFENTLIG_VIRKSOMHET_EIER_ELLER_KONTROLLERER_REGISTRERINGSPLIKTIG_VIRKSOMHET);
    private static final List<String> HVEM =
            List.of("Kunden", "Daglig leder", "Styrets leder", "Regnskapsføreren", "En av eierne", "Fullmektigen");
    private static final List<String> HVA = List.of(
            "har oppgitt en annen person som eier enn dem som er meldt til registeret",
            "opplyser at aksjene er solgt, uten at det er meldt",
            "har lagt fram en aksjeeierbok som viser en annen fordeling",
            "kjenner ikke den som står som reell rettighetshaver",
            "sier at stemmerettighetene følger av en avtale som ikke er nevnt",
            "har oppgitt at kontrollen ligger hos et utenlandsk selskap");

    private final int antall;
    private final long froe;
    private final Nummerserie numre;
    private final Eierskap eierskap;

    /**
     * A register.
     *
     * @param antall how many virksomheter, from 1 to {@link #FLEST}
     * @param froe the seed: the same gives the same
     * @throws UgyldigVerdi when it cannot have so many
     */
    public SyntetiskRegister(int antall, long froe) {
        if (antall < 1 || antall > FLEST) {
            throw new UgyldigVerdi("antall må være fra 1 til " + FLEST);
        }
        this.antall = antall;
        this.froe = froe;
        this.numre = new Nummerserie(antall, froe);
        this.eierskap = new Eierskap(antall, froe, numre);
    }

    /** All of them by organisasjonsnummer, each made when it is asked for. */
    public Stream<RegistreringspliktigVirksomhet> virksomheter() {
        return IntStream.range(0, antall).mapToObj(this::virksomhet);
    }

    /** One of them, from 0 on. */
    RegistreringspliktigVirksomhet virksomhet(int i) {
        Trekning trekning = new Trekning(froe, Trekning.Hva.VIRKSOMHET, i);
        if (trekning.prosent(IKKE_MELDT_PROSENT)) {
            Instant registrert = tidspunkt(trekning, 0, DAGER);
            return new RegistreringspliktigVirksomhet(
                    numre.nummer(i), registrert, Optional.empty(), List.of(ikkeMeldt(trekning, registrert)));
        }
        boolean slettet = trekning.prosent(SLETTET_PROSENT);
        int tidligere = tidligere(trekning);
        List<Registrering> registreringer = new ArrayList<>();
        List<ReellRettighetshaver> holdere = List.of();
        Type type = type(trekning);
        for (int n = 0; n <= tidligere; n++) {
            Instant registrert = tidspunkt(trekning, n * DAGER / (tidligere + 2), (n + 1) * DAGER / (tidligere + 2));
            if (type == Type.RETTIGHETSHAVERE) {
                holdere = n == 0
                        ? eierskap.foerste(i, trekning, registrert)
                        : eierskap.endret(holdere, i, trekning, registrert);
            }
            registreringer.add(meldt(trekning, registrert, n == tidligere && !slettet, type, holdere));
        }
        Optional<Instant> naar = slettet ? Optional.of(tidspunkt(trekning, DAGER, DAGER + 1)) : Optional.empty();
        naar.ifPresent(tid -> registreringer.add(sletting(trekning, tid)));
        return new RegistreringspliktigVirksomhet(
                numre.nummer(i), registreringer.get(0).registrert(), naar, registreringer);
    }

    private enum Type {
        RETTIGHETSHAVERE,
        INGEN,
        UTENLANDSK_REGISTER,
        REGULERT_MARKED
    }

    private static Type type(Trekning trekning) {
        if (trekning.prosent(NUF_PROSENT)) {
            return Type.UTENLANDSK_REGISTER;
        }
        if (trekning.prosent(BOERSNOTERT_PROSENT)) {
            return Type.REGULERT_MARKED;
        }
        return trekning.prosent(UTEN_RETTIGHETSHAVERE_PROSENT) ? Type.INGEN : Type.RETTIGHETSHAVERE;
    }

    /** About a third has some, most of those one. */
    private static int tidligere(Trekning trekning) {
        if (!trekning.prosent(TIDLIGERE_PROSENT)) {
            return 0;
        }
        int antall = 1;
        while (antall < FLEST_TIDLIGERE && trekning.prosent(FLERE_TIDLIGERE_PROSENT)) {
            antall++;
        }
        return antall;
    }

    private Registrering meldt(
            Trekning trekning, Instant registrert, boolean gjeldende, Type type, List<ReellRettighetshaver> holdere) {
        Rettighetsinformasjon informasjon = switch (type) {
            case RETTIGHETSHAVERE -> new Rettighetshavere(holdere);
            case INGEN -> Rettighetsinformasjon.INGEN;
            case UTENLANDSK_REGISTER ->
                new UtenlandskRegister(
                        trekning.en(LAND), "https://" + Navneord.vert(trekning) + "/bo/" + trekning.under(1_000_000));
            case REGULERT_MARKED ->
                new RegulertMarked(
                        Navneord.selskap(trekning) + " EXCHANGE",
                        trekning.en(LAND),
                        "https://" + Navneord.vert(trekning) + "/" + trekning.under(10_000));
        };
        Optional<Reellerettighetshaverestatus> status = switch (type) {
            case RETTIGHETSHAVERE -> Optional.of(Reellerettighetshaverestatus.HAR_REELLE_RETTIGHETSHAVERE);
            case INGEN -> Optional.of(trekning.en(UTEN));
            case UTENLANDSK_REGISTER, REGULERT_MARKED -> Optional.empty();
        };
        return new Registrering(
                trekning.uuid(),
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                registrert,
                gjeldende,
                status,
                informasjon,
                gjeldende && trekning.prosent(UOVERENSSTEMMELSE_PROSENT)
                        ? Optional.of(uoverensstemmelse(trekning, registrert))
                        : Optional.empty());
    }

    private Uoverensstemmelse uoverensstemmelse(Trekning trekning, Instant registrert) {
        return new Uoverensstemmelse(
                trekning.en(HVEM) + " " + trekning.en(HVA) + " (sak " + (10_000 + trekning.under(90_000)) + ")",
                registrert.plusMillis((long) (trekning.del() * 30 * DOEGN_MS)),
                Optional.of(new VarslingspliktigVirksomhet(numre.nummer(trekning.under(antall)))));
    }

    private static Registrering ikkeMeldt(Trekning trekning, Instant registrert) {
        return uten(trekning, Registreringsstatus.RETTIGHETSINFORMASJON_ER_IKKE_MELDT, registrert, true);
    }

    private static Registrering sletting(Trekning trekning, Instant registrert) {
        return uten(trekning, Registreringsstatus.RETTIGHETSINFORMASJON_ER_SLETTET, registrert, false);
    }

    private static Registrering uten(
            Trekning trekning, Registreringsstatus status, Instant registrert, boolean gjeldende) {
        return new Registrering(
                trekning.uuid(),
                Registrering.FOERSTE_VERSJON,
                status,
                registrert,
                gjeldende,
                Optional.empty(),
                Rettighetsinformasjon.INGEN,
                Optional.empty());
    }

    private static Instant tidspunkt(Trekning trekning, long fraDag, long tilDag) {
        return AAPNET.plusMillis(fraDag * DOEGN_MS + (long) (trekning.del() * (tilDag - fraDag) * DOEGN_MS));
    }
}
