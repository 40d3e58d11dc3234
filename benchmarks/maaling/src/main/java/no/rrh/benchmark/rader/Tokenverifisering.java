package no.rrh.benchmark.rader;

import java.nio.file.Path;
import java.util.List;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Tokens;
import no.rrh.benchmark.last.Last;
import no.rrh.benchmark.last.Lasteresultat;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Tjener;

/** The look-up where the token is another one each time. */
final class Tokenverifisering implements Radgruppe {
    private static final Rad MOT_MOTPART = new Rad(
            "3",
            "look-up, each token verified, rate ÷ the peer",
            "As 2, but each request brings the next of many tokens (RS256, 2048 bits; how many stands above), each thread of wrk"
                    + " from its own half. rrh remembers at most 10,000: of 120,000 it verifies at least 11 of 12. The peer"
                    + " verifies all, as it always does.",
            Retning.MER,
            1.3,
            2.0);

    @Override
    public String navn() {
        return "token";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_MOTPART);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        Tjener rrh = benk.park().rrh();
        Tjener motpart = benk.park().motpart();
        Path stier = benk.grunnlag().stier(benk.valg().antall());
        Path tokens = Tokens.skriv(
                benk.logger().resolve("tokens.txt"),
                benk.park().oppsett().tokens(benk.valg().tokens()));
        Last last = new Last(stier, tokens);
        benk.varmOpp(rrh.adresse(), last);
        benk.varmOpp(motpart.adresse(), last);
        List<List<Lasteresultat>> runder = Benk.vekselvis(
                benk.valg().runder(),
                List.of(() -> benk.skive(rrh.adresse(), last), () -> benk.skive(motpart.adresse(), last)));
        return List.of(Resultat.forhold(
                MOT_MOTPART,
                Serie.av("rrh, requests a second", runder.get(0), Lasteresultat::rate),
                Serie.av("peer, requests a second", runder.get(1), Lasteresultat::rate),
                Serie.av("rrh, p99 in ms", runder.get(0), Lasteresultat::p99),
                Serie.av("peer, p99 in ms", runder.get(1), Lasteresultat::p99)));
    }
}
