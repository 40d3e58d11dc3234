package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import no.rrh.bootstrap.system.Rrhprosess;

/**
 * Kills imports (SIGKILL) into a register that holds other versions of the same virksomheter, at moments of their work,
 * and looks at what they leave. Every fourth import is one that a server does.
 */
public final class Importdrap {
    private static final int FOER = 800;
    private static final int ETTER = 1_200;
    private static final int SKRITT = 8;

    private final Random tilfeldig;
    private final Maaling maaling;
    private final Mappe gammel;
    private final Registerinnhold foer;
    private final Path nyFil = Importfil.lag(ETTER, "new");
    private final Forloep helt;
    private final Registerinnhold etter;
    private final Set<Utfall> sett = EnumSet.noneOf(Utfall.class);

    private enum Utfall {
        OLD,
        NEW
    }

    /** What it takes when nobody disturbs it: time, from the first change of the files in the data folder, and changes. */
    private record Forloep(Duration tid, int endringer) {}

    public Importdrap(Lager lager, Froe froe, Maaling maaling) {
        this.tilfeldig = froe.tilfeldig();
        this.maaling = maaling;
        this.gammel = Mappe.ny(lager);
        gammel.utfoer("importer", Importfil.lag(FOER, "old").toString());
        // made beforehand, so that no server that is started is busy with it
        gammel.utfoer("totalbestand");
        this.foer = gammel.innhold();
        Mappe hel = gammel.kopi();
        this.helt = kjoerHelt(hel);
        this.etter = hel.innhold();
        assertThat(foer.virksomheter()).hasSize(FOER);
        assertThat(etter.virksomheter()).hasSize(ETTER);
        assertThat(etter.virksomheter()).doesNotContainAnyElementsOf(foer.virksomheter());
    }

    private Forloep kjoerHelt(Mappe data) {
        Endringsteller teller = new Endringsteller(data.sti());
        Fra foerste = new Fra(teller);
        try (Rrhprosess prosess = importerende(data)) {
            prosess.drepNaar(() -> foerste.gaatt() < 0);
            assertThat(prosess.kode()).as(prosess.logg()).isZero();
        }
        return new Forloep(Duration.ofNanos(foerste.gaatt()), teller.tell());
    }

    private Rrhprosess importerende(Mappe data) {
        return data.kommando("importer", nyFil.toString());
    }

    /**
     * Kills so many that are at work, and goes on until some have left the old register and some the new one. Every other
     * kill comes at a time of the work, as long as that takes undisturbed, and the others at a change in the data folder,
     * the last ones first: they are those just before and just after the commit.
     */
    public void drep(int antall) {
        int drept = 0;
        for (int runde = 0; drept < antall || sett.size() < Utfall.values().length; runde++) {
            assertThat(runde)
                    .as("kills, of which some left the old and some the new")
                    .isLessThan(2 * antall + 20);
            double del = (runde % antall + tilfeldig.nextDouble()) / antall;
            Mappe data = gammel.kopi();
            boolean underveis = runde % 4 == 2 ? drepServer(data, runde, del) : drepKommando(data, runde, del);
            Utfall utfall = sjekk(data);
            if (underveis) {
                drept++;
                maaling.gang();
                maaling.tell(utfall == Utfall.OLD ? "left the old" : "left the new");
                sett.add(utfall);
            }
        }
    }

    private boolean drepKommando(Mappe data, int runde, double del) {
        Oeyeblikk naa = oeyeblikk(data, runde, del);
        try (Rrhprosess kommando = importerende(data)) {
            return kommando.drepNaar(naa::erInne);
        }
    }

    /** The command hands its work over, so it is the server that must be killed. */
    private boolean drepServer(Mappe data, int runde, double del) {
        Rrhprosess server = data.serve("--forvaltning-port", "av", "--totalbestand-cron", "av");
        Oeyeblikk naa = oeyeblikk(data, runde, del);
        Rrhprosess kommando = importerende(data);
        server.drepNaar(naa::erInne);
        Rrhprosess.Resultat resultat = kommando.resultat();
        boolean fortaltAtGjort = resultat.kode() == 0;
        // what was told to be done is done; what was not told may be
        assertThat(!fortaltAtGjort || data.innhold().equals(etter))
                .as(resultat.feil())
                .isTrue();
        maaling.tell("of them in a server");
        return !fortaltAtGjort;
    }

    private Oeyeblikk oeyeblikk(Mappe data, int runde, double del) {
        if (runde % 2 == 0) {
            Fra foerste = new Fra(new Endringsteller(data.sti()));
            long ventetid = 1 + (long) (del * helt.tid().toNanos());
            return () -> foerste.gaatt() >= ventetid;
        }
        int skritt = Math.max(1, helt.endringer() / SKRITT);
        int endring = helt.endringer() - runde / 2 * skritt % helt.endringer();
        Endringsteller teller = new Endringsteller(data.sti());
        return () -> teller.tell() >= endring;
    }

    /** The time from the first change that was seen: before it a command only starts. */
    private static final class Fra {
        private final Endringsteller teller;
        private long begynt;

        Fra(Endringsteller teller) {
            this.teller = teller;
        }

        /** In nanoseconds, 0 before it. */
        long gaatt() {
            boolean sett = teller.tell() > 0;
            if (begynt == 0 && sett) {
                begynt = System.nanoTime();
            }
            return begynt == 0 ? 0 : System.nanoTime() - begynt;
        }
    }

    private interface Oeyeblikk {
        boolean erInne();
    }

    /** Which of the two registers there is; that a server is ready with it in time; that the import is done when run again. */
    private Utfall sjekk(Mappe data) {
        Registerinnhold funnet = data.innhold();
        // not by AssertJ, which would print them all
        assertThat(funnet.equals(foer) || funnet.equals(etter))
                .as("the old or the new, not " + funnet.omfang())
                .isTrue();
        Rrhprosess server = data.serveInnenFristen(maaling, "--totalbestand-cron", "av");
        data.utfoer("importer", nyFil.toString());
        server.drep();
        assertThat(data.innhold().equals(etter)).as("the next import").isTrue();
        return funnet.equals(foer) ? Utfall.OLD : Utfall.NEW;
    }
}
