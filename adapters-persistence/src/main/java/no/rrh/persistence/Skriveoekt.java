package no.rrh.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.rrh.application.port.out.Skriving;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.jdbi.v3.core.Handle;

/**
 * One transaction that writes. It holds the counter from its start, and sends what it writes in batches, so that a long
 * import is quick and takes constant memory.
 */
final class Skriveoekt implements Skriving {
    private static final int SENDES_VED = 500;

    private final Handle handle;
    private final Instant tidspunkt;
    private final Batcher batcher;
    private final Map<Organisasjonsnummer, Rad> rader = new LinkedHashMap<>();
    private final Set<UUID> nyeIder = new HashSet<>();

    private long siste;

    private Skriveoekt(Handle handle, Clock klokke, long siste) {
        this.handle = handle;
        this.tidspunkt = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
        this.batcher = new Batcher(handle);
        this.siste = siste;
    }

    static Skriveoekt start(Handle handle, Clock klokke) {
        long siste =
                handle.createQuery(Sql.fil("laas_sekvens")).mapTo(Long.class).one();
        return new Skriveoekt(handle, klokke, siste);
    }

    /** Sends what is left, and the counter. */
    void fullfoer() {
        send();
        handle.createUpdate(Sql.fil("oppdater_sekvens")).bind("siste", siste).execute();
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer) {
        return rad(nummer).naa.map(Aggregat::virksomhet);
    }

    @Override
    public void lagre(Registerendring endring) {
        if (endring.erTom()) {
            return;
        }
        Organisasjonsnummer nummer = endring.etter().organisasjonsnummer();
        Rad rad = rad(nummer);
        Map<UUID, Long> numre = nummerer(endring.endringer());
        long skifte = skifte(endring, rad, numre);
        long foerste = numre.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        List<Lagret> registreringer = new ArrayList<>();
        for (Registrering registrering : endring.etter().registreringer()) {
            registreringer.add(lagret(registrering, rad, numre, skifte));
        }
        rad.settInn(endring.etter(), registreringer, rad.naa.isEmpty() ? foerste : skifte, batcher);
    }

    private Map<UUID, Long> nummerer(List<Endring> endringer) {
        Map<UUID, Long> numre = new HashMap<>();
        for (Endring endring : endringer) {
            batcher.endring(++siste, tidspunkt, endring);
            numre.put(endring.registreringsid(), siste);
        }
        return numre;
    }

    /** The change at which what is gjeldende changes hands, and what is said of the virksomhet with it. */
    private static long skifte(Registerendring endring, Rad rad, Map<UUID, Long> numre) {
        Optional<UUID> sletting = endring.endringer().stream()
                .filter(e -> e.type() == Endringstype.SLETTET)
                .map(Endring::registreringsid)
                .findFirst();
        return sletting.or(() -> endring.etter()
                        .gjeldende()
                        .map(Registrering::registreringsid)
                        .filter(id -> rad.finn(id).isEmpty()))
                .map(numre::get)
                .orElseGet(() ->
                        numre.values().stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    private Lagret lagret(Registrering ny, Rad rad, Map<UUID, Long> numre, long skifte) {
        Optional<Lagret> foer = rad.finn(ny.registreringsid());
        if (foer.isEmpty()) {
            meldNy(ny.registreringsid(), rad.nummer);
            long fra = numre.get(ny.registreringsid());
            return new Lagret(ny, fra, ny.erGjeldende() ? fra : Lagret.ALDRI, Lagret.FORTSATT);
        }
        Lagret gammel = foer.get();
        long fra = gammel.fra();
        if (gammel.registrering().versjon() != ny.versjon()) {
            fra = numre.get(ny.registreringsid());
            batcher.tidligereVersjon(rad.nummer, gammel, fra);
        }
        boolean fortrengt = gammel.registrering().erGjeldende() && !ny.erGjeldende();
        return new Lagret(ny, fra, gammel.gjeldendeFra(), fortrengt ? skifte : gammel.gjeldendeTil());
    }

    private void meldNy(UUID id, Organisasjonsnummer nummer) {
        boolean opptatt = !nyeIder.add(id)
                || handle.createQuery(Sql.fil("hvem_eier_registrering"))
                        .bind("registreringsid", id)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
        if (opptatt) {
            throw new Registerkonflikt("registreringsid " + id + " tilhører en annen virksomhet i registeret");
        }
        batcher.registrering(id, nummer);
    }

    private Rad rad(Organisasjonsnummer nummer) {
        Rad kjent = rader.get(nummer);
        if (kjent != null) {
            return kjent;
        }
        if (rader.size() >= SENDES_VED) {
            send();
        }
        Rad lest = new Rad(nummer, les(nummer));
        rader.put(nummer, lest);
        return lest;
    }

    private Optional<Aggregat> les(Organisasjonsnummer nummer) {
        return handle.createQuery(Sql.fil("hent_virksomhet"))
                .bind("organisasjonsnummer", nummer.tall())
                .map((rad, kontekst) -> Radleser.hele(rad))
                .findOne();
    }

    private void send() {
        rader.values().forEach(rad -> rad.send(batcher));
        batcher.send();
        rader.clear();
        nyeIder.clear();
    }

    /** One row under work: as it was read, and as it now stands. */
    private static final class Rad {
        private final Organisasjonsnummer nummer;
        private final boolean finnes;
        private Optional<Aggregat> naa;
        private boolean endret;

        Rad(Organisasjonsnummer nummer, Optional<Aggregat> lest) {
            this.nummer = nummer;
            this.finnes = lest.isPresent();
            this.naa = lest;
        }

        Optional<Lagret> finn(UUID id) {
            return naa.flatMap(aggregat -> aggregat.finn(id));
        }

        void settInn(RegistreringspliktigVirksomhet etter, List<Lagret> registreringer, long fra, Batcher batcher) {
            boolean sammeHode = naa.filter(a -> a.foerstRegistrert().equals(etter.foerstRegistrert())
                            && a.slettet().equals(etter.slettet()))
                    .isPresent();
            if (!sammeHode) {
                naa.filter(gammel -> gammel.hodeFra() < fra).ifPresent(gammel -> batcher.tidligereHode(gammel, fra));
            }
            naa = Optional.of(new Aggregat(
                    nummer,
                    etter.foerstRegistrert(),
                    etter.slettet(),
                    sammeHode ? naa.orElseThrow().hodeFra() : fra,
                    registreringer));
            endret = true;
        }

        void send(Batcher batcher) {
            if (endret) {
                batcher.virksomhet(naa.orElseThrow(), finnes);
            }
        }
    }
}
