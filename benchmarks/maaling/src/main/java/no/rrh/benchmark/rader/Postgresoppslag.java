package no.rrh.benchmark.rader;

import java.nio.file.Path;
import java.util.List;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Postgresgrunnlag;
import no.rrh.benchmark.grunnlag.Tokens;
import no.rrh.benchmark.last.Last;
import no.rrh.benchmark.last.Lasteresultat;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Motpart;
import no.rrh.benchmark.tjener.Port;
import no.rrh.benchmark.tjener.Postgres;
import no.rrh.benchmark.tjener.Rrh;
import no.rrh.benchmark.tjener.Tjener;

/** The look-up where both have their register in PostgreSQL. */
final class Postgresoppslag implements Radgruppe {
    private static final Rad MOT_MOTPART = new Rad(
            "15",
            "look-up on PostgreSQL, rate ÷ the peer",
            "As 2, with the register and the peer's table each in a database of one PostgreSQL 14 on the same machine, which has"
                    + " its own default settings.",
            Retning.MER,
            1.5,
            2.5);

    @Override
    public String navn() {
        return "postgres";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_MOTPART);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        benk.park().stopp();
        int antall = benk.valg().antall();
        Path stier = benk.grunnlag().stier(antall);
        try (Postgres postgres = benk.postgres()) {
            Postgresgrunnlag grunnlag = new Postgresgrunnlag(postgres, benk.grunnlag(), benk.mappe());
            Rrh oppsett = grunnlag.register(antall);
            String database = grunnlag.motpartsbase(antall);
            try (Tjener rrh = oppsett.start(Port.ledig(), benk.http());
                    Tjener motpart = Motpart.til(rrh, benk.motpartJar(), database, Postgres.BRUKER, benk.logger())
                            .start(Port.ledig(), benk.http())) {
                benk.park().krevSammeSvar(rrh, motpart, stier, oppsett.token());
                Last last = new Last(stier, Tokens.skriv(benk.logger().resolve("token-postgres.txt"), oppsett.token()));
                return List.of(maal(benk, rrh, motpart, last));
            }
        }
    }

    private static Resultat maal(Benk benk, Tjener rrh, Tjener motpart, Last last) {
        benk.varmOpp(rrh.adresse(), last);
        benk.varmOpp(motpart.adresse(), last);
        List<List<Lasteresultat>> runder = Benk.vekselvis(
                benk.valg().runder(),
                List.of(() -> benk.skive(rrh.adresse(), last), () -> benk.skive(motpart.adresse(), last)));
        return Resultat.forhold(
                MOT_MOTPART,
                Serie.av("rrh, requests a second", runder.get(0), Lasteresultat::rate),
                Serie.av("peer, requests a second", runder.get(1), Lasteresultat::rate),
                Serie.av("rrh, p99 in ms", runder.get(0), Lasteresultat::p99),
                Serie.av("peer, p99 in ms", runder.get(1), Lasteresultat::p99));
    }
}
