package no.rrh.bootstrap.rundtur;

import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.application.service.Klargjoering;
import no.rrh.application.service.Registerimport;
import no.rrh.application.service.Rettighetsregistrering;
import no.rrh.application.service.Uoverensstemmelsemottak;
import no.rrh.application.service.Virksomhetssletting;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Several at once do by the use cases what chance says, and keep what the endringslogg must tell of it. */
final class Tilfeldigskriver {
    /** Few enough that they meet, and many enough that no history grows long. */
    static final List<Organisasjonsnummer> VIRKSOMHETER = IntStream.range(0, 500)
            .mapToObj(n -> Eksempler.organisasjonsnummer(n * 10))
            .toList();

    /** What was committed, a line for each change. */
    final Queue<String> gjort = new ConcurrentLinkedQueue<>();

    /** What was broken off, and may or may not have been committed. */
    final Queue<String> uvisst = new ConcurrentLinkedQueue<>();

    private final Map<Organisasjonsnummer, UUID> kjente = new ConcurrentHashMap<>();
    private final Registertjener tjener;
    private final Clock klokke;

    Tilfeldigskriver(Registertjener tjener, Clock klokke) {
        this.tjener = tjener;
        this.klokke = klokke;
    }

    /** Writes on the thread that calls, until told that it is enough. */
    void skriv(Random tilfeldig, BooleanSupplier nok) {
        while (!nok.getAsBoolean()) {
            List<String> linjer = new ArrayList<>();
            Consumer<Virksomhetsregister> arbeid = velg(tilfeldig, linjer);
            Virksomhetsregister register = tjener.register().virksomhetsregister();
            try {
                arbeid.accept(register);
                gjort.addAll(linjer);
            } catch (Registerkonflikt e) {
                // refused by the rules of the register: nothing is written
            } catch (RegisteretSvarerIkke e) {
                uvisst.addAll(linjer);
            }
        }
    }

    private Consumer<Virksomhetsregister> velg(Random tilfeldig, List<String> linjer) {
        Organisasjonsnummer nummer = en(tilfeldig);
        UUID id = nyId(tilfeldig);
        String tekst = "Oppdiktet " + tilfeldig.nextLong();
        switch (tilfeldig.nextInt(10)) {
            case 0 -> {
                linjer.add(linje(Endringstype.SLETTET, nummer, id));
                return register -> new Virksomhetssletting(register, () -> id, klokke).slett(nummer);
            }
            case 1 -> {
                linjer.add(linje(Endringstype.KLARGJORT_FOR_REGISTRERING, nummer, id));
                return register -> new Klargjoering(register, () -> id, klokke).klargjoer(nummer);
            }
            case 2, 3 -> {
                linjer.add(uoverensstemmelse(nummer));
                return register -> new Uoverensstemmelsemottak(register, klokke)
                        .motta(nummer, tekst, new VarslingspliktigVirksomhet(nummer));
            }
            case 4, 5, 6 -> {
                return innlesing(tilfeldig, linjer);
            }
            default -> {
                linjer.add(linje(Endringstype.REGISTRERT, nummer, id));
                return register -> new Rettighetsregistrering(register, () -> id, klokke)
                        .registrer(
                                nummer, Reellerettighetshaverestatus.HAR_REELLE_RETTIGHETSHAVERE, holdere(tilfeldig));
            }
        }
    }

    /** One import of some virksomheter, each with a registration that is new or one that is known with other content. */
    private Consumer<Virksomhetsregister> innlesing(Random tilfeldig, List<String> linjer) {
        List<RegistreringspliktigVirksomhet> poster = new ArrayList<>();
        Map<Organisasjonsnummer, UUID> nye = new ConcurrentHashMap<>();
        List<Organisasjonsnummer> numre = new ArrayList<>(VIRKSOMHETER);
        Collections.shuffle(numre, tilfeldig);
        for (Organisasjonsnummer nummer : numre.subList(0, 1 + tilfeldig.nextInt(60))) {
            Optional<UUID> kjent = Optional.ofNullable(kjente.get(nummer)).filter(id -> tilfeldig.nextBoolean());
            UUID id = kjent.orElseGet(() -> nyId(tilfeldig));
            poster.add(Eksempler.virksomhet(nummer, registrering(id, tilfeldig)));
            linjer.add(linje(kjent.isPresent() ? Endringstype.ENDRET : Endringstype.REGISTRERT, nummer, id));
            nye.put(nummer, id);
        }
        return register -> {
            new Registerimport((fil, mottaker) -> poster.forEach(mottaker::ta), register, UUID::randomUUID, klokke)
                    .importer(InputStream.nullInputStream(), Importvalg.FLETT, Framdrift.INGEN);
            kjente.putAll(nye);
        };
    }

    private Registrering registrering(UUID id, Random tilfeldig) {
        return new Registrering(
                id,
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                klokke.instant().truncatedTo(ChronoUnit.MILLIS),
                tilfeldig.nextInt(4) > 0,
                Optional.of(Reellerettighetshaverestatus.HAR_REELLE_RETTIGHETSHAVERE),
                holdere(tilfeldig),
                Optional.empty());
    }

    /** Not the same twice, so that other content is always other content. */
    private static Rettighetshavere holdere(Random tilfeldig) {
        return new Rettighetshavere(List.of(new ReellRettighetshaver(
                tilfeldig.nextBoolean() ? Eksempler.ALMINNELIG : Eksempler.UTENLANDSK,
                tilfeldig.nextBoolean(),
                Eksempler.REGISTRERT,
                Eksempler.REGISTRERT.plusMillis(tilfeldig.nextInt()),
                List.of(Eksempler.posisjon(Posisjonstype.KONTROLL_PAA_ANNEN_MAATE)))));
    }

    private static Organisasjonsnummer en(Random tilfeldig) {
        return VIRKSOMHETER.get(tilfeldig.nextInt(VIRKSOMHETER.size()));
    }

    private static UUID nyId(Random tilfeldig) {
        return new UUID(tilfeldig.nextLong(), tilfeldig.nextLong());
    }

    private static String uoverensstemmelse(Organisasjonsnummer nummer) {
        return Endringstype.UOVERENSSTEMMELSE_MOTTATT.verdi() + " " + nummer.verdi();
    }

    /** A change as a line; which registration an uoverensstemmelse meets, the writer does not know. */
    static String linje(String type, String nummer, String id) {
        return type.equals(Endringstype.UOVERENSSTEMMELSE_MOTTATT.verdi())
                ? type + " " + nummer
                : type + " " + nummer + " " + id;
    }

    private static String linje(Endringstype type, Organisasjonsnummer nummer, UUID id) {
        return linje(type.verdi(), nummer.verdi(), id.toString());
    }
}
