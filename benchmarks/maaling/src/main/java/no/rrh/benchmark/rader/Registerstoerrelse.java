package no.rrh.benchmark.rader;

import java.util.List;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Tokens;
import no.rrh.benchmark.last.Last;
import no.rrh.benchmark.last.Lasteresultat;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Port;
import no.rrh.benchmark.tjener.Rrh;
import no.rrh.benchmark.tjener.Tjener;

/** The look-up in the whole register, and in one of a hundredth. */
final class Registerstoerrelse implements Radgruppe {
    private static final int DEL = 100;

    private static final Rad MOT_LITE = new Rad(
            "6",
            "look-up, rate in the whole register ÷ in one of a hundredth",
            "As 1, on two servers by turns: one with the whole register, and one with a hundredth as many virksomheter.",
            Retning.MER,
            0.8,
            0.95);

    @Override
    public String navn() {
        return "stoerrelse";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_LITE);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        int faa = benk.valg().antall() / DEL;
        Rrh oppsett = benk.grunnlag().register(faa);
        Tjener stort = benk.park().rrh();
        Last iStort = benk.park().oppslag();
        try (Tjener lite = oppsett.start(Port.ledig(), benk.http())) {
            Last iLite = new Last(
                    benk.grunnlag().stier(faa),
                    Tokens.skriv(benk.logger().resolve("token-" + faa + ".txt"), oppsett.token()));
            benk.varmOpp(stort.adresse(), iStort);
            benk.varmOpp(lite.adresse(), iLite);
            List<List<Lasteresultat>> runder = Benk.vekselvis(
                    benk.valg().runder(),
                    List.of(() -> benk.skive(stort.adresse(), iStort), () -> benk.skive(lite.adresse(), iLite)));
            return List.of(Resultat.forhold(
                    MOT_LITE,
                    Serie.av("whole, requests a second", runder.get(0), Lasteresultat::rate),
                    Serie.av("a hundredth, requests a second", runder.get(1), Lasteresultat::rate)));
        }
    }
}
