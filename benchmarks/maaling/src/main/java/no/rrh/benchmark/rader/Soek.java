package no.rrh.benchmark.rader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

/** The search for a person who is in many virksomheter. */
final class Soek implements Radgruppe {
    private static final Rad MOT_OPPSLAG = new Rad(
            "7",
            "search, documents a second ÷ the rate of the look-up",
            "32 connections search by fødselsnummer for the 20 persons who are in the number of virksomheter nearest to 100,"
                    + " drawn at random. The rate of answers times the documents of their answers, with history, by turns with"
                    + " the look-up of 1 on the same server.",
            Retning.MER,
            0.5,
            1.0);

    @Override
    public String navn() {
        return "soek";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_OPPSLAG);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        Tjener rrh = benk.park().rrh();
        Last oppslag = benk.park().oppslag();
        String token = benk.park().oppsett().soeketoken();
        Last soek = new Last(
                benk.grunnlag().soekestier(benk.valg().antall()),
                Tokens.skriv(benk.logger().resolve("soeketoken.txt"), token));
        double dokumenter = dokumenter(benk, rrh, soek.stier(), token);
        benk.varmOpp(rrh.adresse(), oppslag);
        // by documents, of which each answer has many
        benk.wrk().varmOpp(rrh.adresse(), soek, (long) Math.ceil(benk.valg().oppvarming() / dokumenter));
        List<List<Lasteresultat>> runder = Benk.vekselvis(
                benk.valg().runder(),
                List.of(() -> benk.skive(rrh.adresse(), soek), () -> benk.skive(rrh.adresse(), oppslag)));
        return List.of(Resultat.forhold(
                MOT_OPPSLAG,
                Serie.av("search, documents a second", runder.get(0), last -> last.rate() * dokumenter),
                Serie.av("look-up, requests a second", runder.get(1), Lasteresultat::rate),
                Serie.av("search, answers a second", runder.get(0), Lasteresultat::rate),
                Serie.av("search, bytes an answer", runder.get(0), Lasteresultat::bytesPerSvar),
                Serie.av("search, p99 in ms", runder.get(0), Lasteresultat::p99)));
    }

    /** How many an answer has, on the average of the persons. */
    private static double dokumenter(Benk benk, Tjener rrh, Path stier, String token) {
        try {
            return Files.readAllLines(stier).stream()
                    .mapToInt(sti -> dokumenter(benk.http().hent(rrh.adresse().resolve(sti), token)))
                    .average()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members of {@code {"virksomheter":[…]}}. */
    private static int dokumenter(byte[] svar) {
        try (JsonParser json = new JsonFactory().createParser(svar)) {
            int antall = 0;
            while (json.nextToken() != JsonToken.START_ARRAY) {
                // to the array, which is all there is
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                json.skipChildren();
                antall++;
            }
            return antall;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
