package no.rrh.http.representasjon.lesing;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.Registerleser;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/**
 * Reads the v1 representation, in UTF-8 with or without a byte order mark, one virksomhet in memory at a time. It is as
 * strict as the writer: what is absent is left out and never null, lists are there also when empty, no field is unknown
 * or stands twice, no code is unknown. Fields may come in any order. Names of codes are not looked at, and names of
 * countries are kept only where the project's own table lacks the country.
 *
 * <p>The reasons in a {@link Lesefeil} are written here or by the domain, never by the JSON library, which quotes what it
 * reads.
 */
public final class V1Leser implements Registerleser {
    @Override
    public void les(InputStream fil, Consumer<RegistreringspliktigVirksomhet> mottaker) {
        try (Jsonkilde kilde = new Jsonkilde(fil)) {
            les(kilde, mottaker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void les(Jsonkilde kilde, Consumer<RegistreringspliktigVirksomhet> mottaker) throws IOException {
        try {
            krevListe(kilde);
            while (kilde.neste() != JsonToken.END_ARRAY) {
                Sted start = kilde.her();
                RegistreringspliktigVirksomhet virksomhet = Virksomheter.virksomhet(kilde);
                gi(virksomhet, mottaker, kilde, start);
                kilde.nyPost();
            }
            krevSlutt(kilde);
        } catch (UgyldigVerdi e) {
            throw kilde.feil(e.getMessage());
        } catch (JsonEOFException e) {
            throw kilde.feilUtenSti(kilde.lestTil(), "filen slutter før listen av virksomheter er ferdig");
        } catch (JsonParseException e) {
            throw kilde.feilUtenSti(Sted.av(e.getLocation()), "ikke gyldig JSON");
        } catch (StreamConstraintsException e) {
            throw kilde.feil(
                    "en tekst, et tall eller et feltnavn er for langt her eller like etter; en tekst kan ha høyst "
                            + Jsonkilde.LENGSTE_TEKST + " tegn");
        } catch (CharacterCodingException e) {
            throw kilde.feil("ikke gyldig UTF-8 her eller like etter");
        }
    }

    private static void krevListe(Jsonkilde kilde) throws IOException {
        if (kilde.neste() == null) {
            throw kilde.feilUtenSti(kilde.lestTil(), "filen er tom; forventet en liste av virksomheter");
        }
        kilde.krev(JsonToken.START_ARRAY, "en liste av virksomheter");
    }

    private static void krevSlutt(Jsonkilde kilde) throws IOException {
        if (kilde.neste() != null) {
            throw kilde.feilUtenSti(kilde.her(), "noe følger etter listen av virksomheter; filen skal slutte der");
        }
    }

    /** What the receiver refuses, it refuses of the record as a whole. */
    private static void gi(
            RegistreringspliktigVirksomhet virksomhet,
            Consumer<RegistreringspliktigVirksomhet> mottaker,
            Jsonkilde kilde,
            Sted start) {
        try {
            mottaker.accept(virksomhet);
        } catch (UgyldigVerdi | Registerkonflikt e) {
            throw kilde.feilUtenSti(start, e.getMessage());
        }
    }
}
