package no.rrh.persistence.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.rrh.persistence.register.Flyttelytter.Trinn;
import no.rrh.persistence.register.Flyttemerke.Framme;
import org.jdbi.v3.core.Handle;

/**
 * A register on its way from one database to another, of either kind: row by row as they are, with history, change log,
 * numbers, generations and agreements. The source is only read, from one moment. Each page is committed with how far it
 * brings the move, so that one that was broken off goes on from there; until the contents are the same, the target is no
 * register.
 */
public final class Registerflytting implements AutoCloseable {
    private static final String TELL_RADER = Sql.av("tell_rader");

    /** Of rows that may hold documents, and so be large. */
    private static final int SIDE_MED_DOKUMENTER = 200;

    private static final int SIDE = 2_000;

    /** What a register is told by: these tell what has happened in it, and are short. */
    private static final List<Registertabell> KJENNETEGN =
            List.of(Registertabell.SEKVENS, Registertabell.GENERASJON, Registertabell.TILGANGSENDRING);

    private final Flytteende kilde;
    private final Flytteende maal;

    private Registerflytting(Flytteende kilde, Flytteende maal) {
        this.kilde = kilde;
        this.maal = maal;
    }

    /**
     * Opens both ends.
     *
     * @param til asked when the source has been found fit, so that nothing is made in vain
     * @param miljoe the environment that both belong to
     * @throws Flyttefeil when there is no register to be moved, or one already where it is to be
     * @throws UferdigFlytting when the source is not all there itself
     * @throws RegisteretErIBruk when another process has the folder of one
     * @throws RegisteretErOedelagt when a file is damaged, or something else
     * @throws DatabasenKanIkkeBrukes as {@link Postgresregister#aapne(Databaseadresse, String, java.time.Clock)}
     * @throws NyereSkjema when a newer version has had one of them
     */
    public static Registerflytting aapne(Registersted fra, Supplier<Registersted> til, String miljoe) {
        Flytteende kilde = Flytteende.kilde(fra, miljoe);
        try {
            return new Registerflytting(kilde, Flytteende.maal(til.get(), miljoe));
        } catch (RuntimeException | Error e) {
            lukking(kilde).lukkEtter(e);
            throw e;
        }
    }

    /**
     * Moves what has not been moved.
     *
     * @param paaNytt drops what a move that was broken off has brought
     * @return what both hold
     * @throws Flyttefeil when it cannot be done; the target is no register then
     */
    public Kontrollsum flytt(boolean paaNytt, Flyttelytter lytter) {
        Kontrollsum fra = kilde.iOeyeblikksbilde(handle -> {
            long rader = handle.createQuery(TELL_RADER).mapTo(Long.class).one();
            Flyttemerke merke = begynn(kjennetegn(handle), paaNytt);
            lytter.begynner(Trinn.KOPIERING, rader);
            kopier(handle, merke, lytter);
            lytter.begynner(Trinn.KONTROLL_AV_KILDEN, rader);
            return Kontrollsummering.av(handle, List.of(Registertabell.values()), lytter::ferdig);
        });
        maal.gjoerVarig();
        lytter.begynner(Trinn.KONTROLL_AV_MAALET, fra.rader());
        Kontrollsum til = maal.iOeyeblikksbilde(
                handle -> Kontrollsummering.av(handle, List.of(Registertabell.values()), lytter::ferdig));
        krevSamme(fra, til);
        lytter.begynner(Trinn.PERSONINDEKS, 0);
        maal.indekser();
        krevUendret(fra);
        maal.gjoerVarig();
        maal.skriv(Flyttemerke::slett);
        maal.gjoerVarig();
        return til;
    }

    private static Kontrollsum kjennetegn(Handle handle) {
        return Kontrollsummering.av(handle, KJENNETEGN, lest -> {});
    }

    private Flyttemerke begynn(Kontrollsum kjennetegn, boolean paaNytt) {
        return maal.alene(handle -> {
            Flyttemerke.krevLedig(handle, maal.navn());
            Optional<Flyttemerke> begynt = Flyttemerke.les(handle);
            if (begynt.isPresent() && paaNytt) {
                Flyttemerke.forkast(handle);
                begynt = Optional.empty();
            }
            Flyttemerke merke =
                    begynt.orElseGet(() -> Flyttemerke.begynn(handle, kjennetegn.sum(), kjennetegn.sekvensnummer()));
            if (!merke.kilde().equals(kjennetegn.sum())) {
                throw new Flyttefeil("flyttingen til " + maal.navn() + " er begynt med et annet register, eller "
                        + kilde.navn() + " er endret siden: da var siste endring " + merke.sekvensnummer()
                        + ", nå er den "
                        + kjennetegn.sekvensnummer() + ". Kjør kommandoen med --paa-nytt for å begynne forfra");
            }
            return merke;
        });
    }

    /** The counter comes last, since it tells how far the rest goes. */
    private void kopier(Handle fra, Flyttemerke merke, Flyttelytter lytter) {
        Kopiering kopiering = new Kopiering(fra, lytter, merke.rader());
        for (Registertabell tabell : Registertabell.values()) {
            if (tabell != Registertabell.SEKVENS) {
                kopiering.kopier(tabell, merke.tabeller().get(tabell));
            }
        }
        kopiering.kopier(Registertabell.SEKVENS, merke.tabeller().get(Registertabell.SEKVENS));
    }

    private void krevSamme(Kontrollsum fra, Kontrollsum til) {
        if (fra.equals(til)) {
            return;
        }
        String ulike = IntStream.range(0, fra.tabeller().size())
                .filter(i -> !fra.tabeller().get(i).equals(til.tabeller().get(i)))
                .mapToObj(i -> fra.tabeller().get(i).navn() + " ("
                        + fra.tabeller().get(i).rader() + " rader der, "
                        + til.tabeller().get(i).rader() + " her)")
                .collect(Collectors.joining(", "));
        throw new Flyttefeil("det som er flyttet til " + maal.navn() + ", er ikke det samme som i " + kilde.navn()
                + ": " + ulike + ". Det kan ikke brukes; kjør kommandoen med --paa-nytt for å begynne forfra");
    }

    /** What was written meanwhile, where a server still runs, has not come along, and its numbers would be used again. */
    private void krevUendret(Kontrollsum flyttet) {
        List<Kontrollsum.Tabell> naa =
                kilde.iOeyeblikksbilde(Registerflytting::kjennetegn).tabeller();
        if (!flyttet.tabeller().containsAll(naa)) {
            throw new Flyttefeil(
                    "registeret i " + kilde.navn() + " ble endret mens det ble flyttet; stopp serveren på det,"
                            + " og kjør kommandoen med --paa-nytt for å begynne forfra");
        }
    }

    @Override
    public void close() {
        lukking(kilde, maal).close();
    }

    private static Aapnet lukking(Flytteende... ender) {
        Aapnet aapnet = new Aapnet();
        for (Flytteende ende : ender) {
            aapnet.legg(ende::close);
        }
        return aapnet;
    }

    /** From a snapshot of the source to the target, page by page. */
    private final class Kopiering {
        private final Handle fra;
        private final Flyttelytter lytter;
        private long ferdig;

        Kopiering(Handle fra, Flyttelytter lytter, long ferdig) {
            this.fra = fra;
            this.lytter = lytter;
            this.ferdig = ferdig;
        }

        void kopier(Registertabell tabell, Framme framme) {
            Radinnsetting inn = Radinnsetting.av(tabell);
            framme.neste()
                    .ifPresent(noekkel -> tabell.lesFra(fra, noekkel, side(tabell), (rader, neste) -> {
                        maal.skriv(handle -> {
                            inn.settInn(handle, maal.dialekt(), rader);
                            Flyttemerke.framme(handle, tabell, rader.size(), neste);
                        });
                        ferdig += rader.size();
                        lytter.ferdig(ferdig);
                    }));
        }

        private static int side(Registertabell tabell) {
            boolean dokumenter = tabell.kolonner().stream().anyMatch(kolonne -> kolonne.slag() == Kolonneslag.BYTE);
            return dokumenter ? SIDE_MED_DOKUMENTER : SIDE;
        }
    }
}
