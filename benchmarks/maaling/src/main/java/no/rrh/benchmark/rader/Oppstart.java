package no.rrh.benchmark.rader;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Motpartsbase;
import no.rrh.benchmark.prosess.Vent;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Motpart;
import no.rrh.benchmark.tjener.Noekkeltjener;
import no.rrh.benchmark.tjener.Port;
import no.rrh.benchmark.tjener.Rrh;
import no.rrh.benchmark.tjener.Tjener;

/** How long it takes from nothing to the first answer. */
final class Oppstart implements Radgruppe {
    private static final Duration LENGST = Duration.ofMinutes(2);

    private static final Rad FOERSTE_SVAR = new Rad(
            "12",
            "start to the first look-up answered ÷ the peer",
            "From the start of the process to the first 200 of a look-up, asked for every 5 ms, by turns and each alone on the"
                    + " machine. Ours is started with the archive of classes that its unit names and docs/drift.md has one make,"
                    + " the peer by its jar alone; ours by its jar alone, and the peer with an archive of its jar, are told"
                    + " beside it. All have -Xmx1g. The peer fetches the keys from this program.",
            Retning.MINDRE,
            0.5,
            0.27);

    @Override
    public String navn() {
        return "oppstart";
    }

    @Override
    public List<Rad> rader() {
        return List.of(FOERSTE_SVAR);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        // once before, since the issuer that tokens are of is known when its server has run
        Tjener foer = benk.park().rrh();
        Rrh oppsett = benk.park().oppsett();
        String token = oppsett.token();
        String sti = benk.park().etOppslag();
        String database = benk.grunnlag().motpartsbase(benk.valg().antall());
        benk.park().stopp();
        Path arkiv = oppsett.lagKlassearkiv(Port.ledig(), benk.http());
        Port port = new Port(foer.adresse().getPort());
        Port motpartsPort = Port.ledig();
        try (Noekkeltjener noekler = new Noekkeltjener(oppsett.jwks())) {
            Motpart motpart = new Motpart(
                    benk.motpartJar(),
                    database,
                    Motpartsbase.BRUKER,
                    Motpart.utsteder(foer.adresse()),
                    noekler.adresse(),
                    benk.logger());
            Path motpartsArkiv = motpart.lagKlassearkiv(Port.ledig(), benk.http());
            List<List<Double>> runder = Benk.vekselvis(
                    benk.valg().runder(),
                    List.of(
                            () -> sekunder(benk, () -> oppsett.startMedKlassearkiv(port, arkiv), sti, token),
                            () -> sekunder(benk, () -> motpart.start(motpartsPort), sti, token),
                            () -> sekunder(benk, () -> oppsett.start(port), sti, token),
                            () -> sekunder(
                                    benk, () -> motpart.startMedKlassearkiv(motpartsPort, motpartsArkiv), sti, token)));
            return List.of(Resultat.forhold(
                    FOERSTE_SVAR,
                    new Serie("rrh, s", runder.get(0)),
                    new Serie("peer, s", runder.get(1)),
                    new Serie("rrh by its jar alone, s", runder.get(2)),
                    new Serie("peer with an archive, s", runder.get(3))));
        }
    }

    private static double sekunder(Benk benk, Supplier<Tjener> start, String sti, String token) {
        try (Tjener tjener = start.get()) {
            Vent.til(
                    () -> benk.http().svarer(tjener.adresse().resolve(sti), Optional.of(token), 200),
                    tjener.prosess(),
                    LENGST,
                    "the first answer");
            return tjener.prosess().siden().toNanos() / 1e9;
        }
    }
}
