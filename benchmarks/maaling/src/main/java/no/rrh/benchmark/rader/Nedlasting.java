package no.rrh.benchmark.rader;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Bestandsfil;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Nginx;
import no.rrh.benchmark.tjener.Rrh;
import no.rrh.benchmark.tjener.Tjener;

/** The download of the totalbestand: how fast, and what it leaves in memory. */
final class Nedlasting implements Radgruppe {
    private static final int I_EN_SKIVE = 10;
    private static final int MANGE = 100;

    private static final Rad MOT_NGINX = new Rad(
            "10a",
            "download of the totalbestand, bytes a second ÷ nginx",
            "curl fetches the file ten times after each other over loopback to /dev/null, with a token; by turns from rrh and from"
                    + " nginx with sendfile, which has the same file. All bytes by all of curl's times.",
            Retning.MER,
            0.7,
            1.0);
    private static final Rad MINNE = new Rad(
            "10b",
            "memory (RSS) after 100 downloads ÷ after one",
            "VmRSS of a server that was just started, after its first download and after its hundredth.",
            Retning.MINDRE,
            1.3,
            1.0);

    @Override
    public String navn() {
        return "nedlasting";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_NGINX, MINNE);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        Rrh oppsett = benk.park().oppsett();
        Path zip = Bestandsfil.nyeste(oppsett.data());
        List<Double> etterEn = new ArrayList<>();
        List<Double> etterMange = new ArrayList<>();
        for (int runde = 0; runde < benk.valg().tungeRunder(); runde++) {
            benk.park().stopp();
            Tjener nystartet = benk.park().rrh();
            Nedlastinger fra = fraRrh(benk, nystartet);
            fra.hent(1);
            etterEn.add(nystartet.prosess().minneMib());
            fra.hent(MANGE - 1);
            etterMange.add(nystartet.prosess().minneMib());
        }
        try (Tjener nginx = Nginx.start(zip.getParent(), benk.logger(), benk.http())) {
            Nedlastinger fraRrh = fraRrh(benk, benk.park().rrh());
            Nedlastinger fraNginx =
                    new Nedlastinger(benk, nginx.adresse().resolve("/" + zip.getFileName()), fraRrh.token());
            fraNginx.hent(I_EN_SKIVE);
            List<List<Double>> runder = Benk.vekselvis(
                    benk.valg().runder(), List.of(() -> fraRrh.hent(I_EN_SKIVE), () -> fraNginx.hent(I_EN_SKIVE)));
            return List.of(
                    Resultat.forhold(
                            MOT_NGINX, new Serie("rrh, MB/s", runder.get(0)), new Serie("nginx, MB/s", runder.get(1))),
                    Resultat.forhold(
                            MINNE, new Serie("after 100, MiB", etterMange), new Serie("after one, MiB", etterEn)));
        }
    }

    private static Nedlastinger fraRrh(Benk benk, Tjener rrh) {
        return new Nedlastinger(
                benk,
                rrh.adresse().resolve("/api/virksomheter/json"),
                benk.park().oppsett().token());
    }

    /** A file that is fetched again and again. */
    private record Nedlastinger(Benk benk, URI fil, String token) {
        /** How fast, in millions of bytes a second. */
        double hent(int ganger) {
            List<String> kommando = new ArrayList<>(List.of(
                    "curl",
                    "--silent",
                    "--fail",
                    "--header",
                    "Authorization: Bearer " + token,
                    "--write-out",
                    "%{http_code} %{size_download} %{time_total}\\n"));
            IntStream.range(0, ganger).forEach(i -> kommando.addAll(List.of("--output", "/dev/null", fil.toString())));
            try (Prosess curl = Prosess.start(kommando, benk.logger().resolve("curl.txt"))) {
                curl.ventTilSlutt();
                return fart(curl.sagt());
            }
        }

        private static double fart(String sagt) {
            double bytes = 0;
            double sekunder = 0;
            for (String linje : sagt.lines().toList()) {
                String[] felter = linje.split(" ");
                if (!felter[0].equals("200")) {
                    throw new IllegalStateException("a download was answered by " + felter[0]);
                }
                bytes += Double.parseDouble(felter[1]);
                sekunder += Double.parseDouble(felter[2]);
            }
            return bytes / sekunder / 1e6;
        }
    }
}
