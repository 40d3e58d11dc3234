package no.rrh.persistence.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.lagringsform.LagretRegistrering;
import no.rrh.persistence.lagringsform.Lagringsform;
import no.rrh.persistence.register.Innsetting.Verdier;
import no.rrh.persistence.register.Overgang.TidligereTilstand;
import no.rrh.persistence.register.Overgang.TidligereVersjon;
import no.rrh.persistence.register.Sqlpersonindeks.Plass;
import org.jdbi.v3.core.Handle;

/** What a transaction has yet to send to the database, so that an import sends batches and holds no more than one. */
final class Skrivebuffer {
    private static final Innsetting NY_VIRKSOMHET = Innsetting.medKopi("ny_virksomhet");
    private static final Innsetting OPPDATER_VIRKSOMHET = Innsetting.av("oppdater_virksomhet");
    private static final Innsetting NY_REGISTRERING = Innsetting.medKopi("ny_registrering");
    private static final Innsetting NY_TIDLIGERE_TILSTAND = Innsetting.medKopi("ny_tidligere_tilstand");
    private static final Innsetting NY_TIDLIGERE_VERSJON = Innsetting.medKopi("ny_tidligere_versjon");
    private static final Innsetting NY_ENDRING = Innsetting.medKopi("ny_endring");
    private static final Innsetting SLETT_PERSON = Innsetting.av("slett_person");
    private static final int FULL_RADER = 1_000;
    private static final int FULL_BYTE = 4_194_304;
    private static final int MINST_FULL = 50_000;

    /** So many are sent before look-ups are made way for. */
    private static final int SENDES_SAMLET = 1_000;

    private static final int STOERST_FULL = 500_000;

    /** One takes about a hundred bytes of it, and as many that wait for the persons. */
    private static final long HEAP_PER_REGISTRERING = 4_096;

    /**
     * These come in no order, so that a small batch writes every page of the index anew: they wait for one as large as the memory has
     * room for, in order.
     */
    static final int FULL_REGISTRERINGER = (int)
            Math.max(MINST_FULL, Math.min(STOERST_FULL, Runtime.getRuntime().maxMemory() / HEAP_PER_REGISTRERING));

    private final Handle handle;
    private final Dialekt dialekt;
    private final Personnoekkel noekkel;
    private final Vikeplikt.Arbeid arbeid;
    private final int fulleRegistreringer;
    private final Map<Organisasjonsnummer, Virksomhetsrad> virksomheter = new TreeMap<>();
    private final Map<UUID, Organisasjonsnummer> registreringer = new HashMap<>();
    private final Map<Plass, Boolean> plasser = new HashMap<>();
    private final List<Tilstandsrad> tilstander = new ArrayList<>();
    private final List<Versjonsrad> versjoner = new ArrayList<>();
    private final List<NummerertEndring> endringer = new ArrayList<>();
    private long byter;

    /**
     * An empty one.
     *
     * @param fulleRegistreringer how many registreringsids wait, and how many persons
     */
    Skrivebuffer(
            Handle handle, Dialekt dialekt, Personnoekkel noekkel, Vikeplikt.Arbeid arbeid, int fulleRegistreringer) {
        this.handle = handle;
        this.dialekt = dialekt;
        this.noekkel = noekkel;
        this.arbeid = arbeid;
        this.fulleRegistreringer = fulleRegistreringer;
    }

    Optional<Lagret> virksomhet(Organisasjonsnummer nummer) {
        return Optional.ofNullable(virksomheter.get(nummer)).map(Virksomhetsrad::lagret);
    }

    boolean harRegistrering(UUID id) {
        return registreringer.containsKey(id);
    }

    /** Takes all of it, or nothing when a document cannot be kept. */
    void ta(Overgang overgang) {
        Organisasjonsnummer nummer = overgang.etter().virksomhet().organisasjonsnummer();
        Virksomhetsrad forrige = virksomheter.get(nummer);
        boolean ny = overgang.ny() || forrige != null && forrige.ny();
        Virksomhetsrad rad = new Virksomhetsrad(
                overgang.etter(), ny, dokument(overgang.etter(), true), dokument(overgang.etter(), false));
        List<Versjonsrad> nyeVersjoner = overgang.tidligereVersjoner().stream()
                .map(versjon -> new Versjonsrad(nummer, versjon, Lagringsform.skriv(List.of(versjon.lagret()))))
                .toList();
        virksomheter.put(nummer, rad);
        overgang.nyeIder().forEach(id -> registreringer.put(id, nummer));
        overgang.nyePersoner().forEach(person -> merk(new Plass(noekkel.person(person), nummer), true));
        overgang.tidligerePersoner().forEach(person -> merk(new Plass(noekkel.person(person), nummer), false));
        overgang.tidligereTilstand().ifPresent(tilstand -> tilstander.add(new Tilstandsrad(nummer, tilstand)));
        versjoner.addAll(nyeVersjoner);
        byter += rad.byter()
                + nyeVersjoner.stream().mapToLong(v -> v.innhold().length).sum();
    }

    /** What is undone before it has been sent need not be. */
    private void merk(Plass plass, boolean ny) {
        if (plasser.remove(plass) == null) {
            plasser.put(plass, ny);
        }
    }

    void ta(NummerertEndring endring) {
        endringer.add(endring);
    }

    void toemHvisFull() {
        if (endringer.size() >= FULL_RADER || byter >= FULL_BYTE) {
            toemRader();
        }
        if (registreringer.size() >= fulleRegistreringer) {
            toemRegistreringer();
        }
        if (plasser.size() >= fulleRegistreringer) {
            toemPlasser();
        }
    }

    void toem() {
        toemRader();
        toemRegistreringer();
        toemPlasser();
    }

    /** Sends all but the registreringsids and the persons, which can wait. */
    void toemRader() {
        Map<Boolean, List<Virksomhetsrad>> rader =
                virksomheter.values().stream().collect(Collectors.partitioningBy(Virksomhetsrad::ny));
        send(NY_VIRKSOMHET, rader.get(true), Virksomhetsrad::bind);
        send(OPPDATER_VIRKSOMHET, rader.get(false), Virksomhetsrad::bind);
        send(NY_TIDLIGERE_TILSTAND, tilstander, Tilstandsrad::bind);
        send(NY_TIDLIGERE_VERSJON, versjoner, Versjonsrad::bind);
        send(NY_ENDRING, endringer, Skrivebuffer::bind);
        virksomheter.clear();
        tilstander.clear();
        versjoner.clear();
        endringer.clear();
        byter = 0;
    }

    private void toemRegistreringer() {
        send(
                NY_REGISTRERING,
                registreringer.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                (rad, sending) -> sending.bind("registreringsid", rad.getKey())
                        .bind("nummer", rad.getValue().tall()));
        registreringer.clear();
    }

    private void toemPlasser() {
        Map<Boolean, List<Plass>> rader =
                plasser.keySet().stream().sorted().collect(Collectors.partitioningBy(plasser::get));
        send(SLETT_PERSON, rader.get(false), Plass::bind);
        send(Plass.NY_TIDLIGERE, rader.get(false), Plass::bind);
        send(Plass.NY, rader.get(true), Plass::bind);
        plasser.clear();
    }

    private <R> void send(Innsetting innsetting, List<R> rader, BiConsumer<R, Verdier> binding) {
        for (int fra = 0; fra < rader.size(); fra += SENDES_SAMLET) {
            if (fra > 0) {
                arbeid.vik();
            }
            List<R> del = rader.subList(fra, Math.min(rader.size(), fra + SENDES_SAMLET));
            dialekt.settInn(handle, innsetting, del, binding);
        }
    }

    private static void bind(NummerertEndring endring, Verdier sending) {
        sending.bind("sekvensnummer", endring.sekvensnummer())
                .bind("tidspunkt", Rader.tid(endring.tidspunkt()))
                .bind("type", endring.endring().type().verdi())
                .bind("nummer", endring.endring().organisasjonsnummer().tall())
                .bind("registreringsid", endring.endring().registreringsid());
    }

    /** The stored form of some of the registrations; null when there are none. */
    private static byte[] dokument(Lagret lagret, boolean gjeldende) {
        List<LagretRegistrering> registreringer = lagret.registreringer(gjeldende);
        return registreringer.isEmpty() ? null : Lagringsform.skriv(registreringer);
    }

    private static void bind(Tilstand tilstand, Verdier sending) {
        sending.bind("foerstRegistrert", Rader.tid(tilstand.foerstRegistrert()))
                .bind("slettet", tilstand.slettet().map(Rader::tid).orElse(null));
    }

    /** A row of virksomhet. */
    private record Virksomhetsrad(Lagret lagret, boolean ny, byte[] gjeldende, byte[] tidligere) {
        long byter() {
            return (gjeldende == null ? 0 : gjeldende.length) + (tidligere == null ? 0 : tidligere.length);
        }

        void bind(Verdier sending) {
            Skrivebuffer.bind(Tilstand.av(lagret.virksomhet()), sending);
            sending.bind("nummer", lagret.virksomhet().organisasjonsnummer().tall())
                    .bind("fra", lagret.fra())
                    .bind("gjeldende", gjeldende)
                    .bind("tidligere", tidligere);
        }
    }

    /** A row of virksomhet_tidligere. */
    private record Tilstandsrad(Organisasjonsnummer nummer, TidligereTilstand tidligere) {
        void bind(Verdier sending) {
            Skrivebuffer.bind(tidligere.tilstand(), sending);
            sending.bind("nummer", nummer.tall())
                    .bind("fra", tidligere.fra())
                    .bind("til", tidligere.til())
                    .bind("gjeldende", tidligere.tilstand().gjeldende().orElse(null));
        }
    }

    /** A row of registrering_tidligere_versjon. */
    private record Versjonsrad(Organisasjonsnummer nummer, TidligereVersjon tidligere, byte[] innhold) {
        void bind(Verdier sending) {
            sending.bind("nummer", nummer.tall())
                    .bind("registreringsid", tidligere.lagret().registrering().registreringsid())
                    .bind("versjon", tidligere.lagret().registrering().versjon())
                    .bind("fra", tidligere.lagret().fra())
                    .bind("til", tidligere.til())
                    .bind("innhold", innhold);
        }
    }
}
