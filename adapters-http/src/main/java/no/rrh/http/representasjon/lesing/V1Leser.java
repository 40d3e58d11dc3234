package no.rrh.http.representasjon.lesing;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.Registerleser;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.http.representasjon.lesing.Pulje.Lest;
import no.rrh.http.representasjon.pakking.Pakkefeil;
import no.rrh.http.representasjon.pakking.Utpakking;

/**
 * Reads the v1 representation, in UTF-8 with or without a byte order mark, a few megabytes of it in memory at a time. What the
 * file is, its content tells and never its name: an array or JSON Lines, as it is or packed once. It is as strict as the
 * writer: what is absent is left out and never null, lists are there also when empty, no field is unknown or stands
 * twice, no code is unknown. Fields may come in any order. Names of codes are not looked at, and names of countries are
 * kept only where the project's own table lacks the country.
 *
 * <p>The reasons in a {@link Lesefeil} are written here or by the domain, never by a library, which quotes what it reads.
 */
public final class V1Leser implements Registerleser {
    private static final String FORVENTET =
            "en liste av virksomheter (JSON), eller én virksomhet per linje (JSON Lines)";

    @Override
    public void les(InputStream fil, Mottaker mottaker) {
        try (InputStream innhold = new Utpakking(fil);
                Jsonkilde kilde = new Jsonkilde(innhold)) {
            les(kilde, mottaker);
        } catch (Pakkefeil | Formfeil e) {
            throw new Lesefeil(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void les(Jsonkilde kilde, Mottaker mottaker) throws IOException {
        try (Forleser forleser = Forleser.start(pulje -> lesTilFeil(kilde, pulje))) {
            for (Optional<List<Lest>> naa = forleser.neste(); naa.isPresent(); naa = forleser.neste()) {
                gi(naa.get(), mottaker);
            }
        }
    }

    /** One that is refused is so as a whole, since it could be read. */
    private static void gi(List<Lest> lest, Mottaker mottaker) {
        mottaker.ventes(lest.stream().map(Lest::virksomhet).toList());
        for (Lest en : lest) {
            try {
                mottaker.ta(en.virksomhet());
            } catch (UgyldigVerdi | Registerkonflikt e) {
                throw new Lesefeil(
                        en.start().linje(),
                        en.start().kolonne(),
                        Optional.of(en.virksomhet().organisasjonsnummer().verdi()),
                        e.getMessage());
            }
        }
    }

    private static void lesTilFeil(Jsonkilde kilde, Pulje pulje) throws IOException {
        try {
            lesVirksomheter(kilde, pulje);
        } catch (UgyldigVerdi e) {
            throw kilde.feil(e.getMessage());
        } catch (JsonEOFException e) {
            throw kilde.feilUtenSti(kilde.lestTil(), "filen slutter før " + kilde.delen() + " er ferdig");
        } catch (JsonParseException e) {
            throw kilde.feilUtenSti(Sted.av(e.getLocation()), "ikke gyldig JSON");
        } catch (StreamConstraintsException e) {
            throw kilde.feil(
                    "en tekst, et tall eller et feltnavn er for langt her eller like etter; en tekst kan ha høyst "
                            + Jsonkilde.LENGSTE_TEKST + " tegn");
        } catch (CharacterCodingException e) {
            throw kilde.feil("ikke gyldig UTF-8 her eller like etter; hele filen må være i UTF-8");
        } catch (Pakkefeil | Formfeil e) {
            // the parser's own place is not to be trusted when it could read no more
            throw kilde.feilUtenSti(kilde.her(), e.getMessage());
        }
    }

    private static void lesVirksomheter(Jsonkilde kilde, Pulje pulje) throws IOException {
        JsonToken foerste = kilde.neste();
        if (foerste == null && kilde.erTom()) {
            throw kilde.feilUtenSti(kilde.lestTil(), "filen er tom; forventet " + FORVENTET);
        }
        if (foerste == JsonToken.START_OBJECT) {
            lesLinjer(kilde, pulje);
        } else if (foerste != null) {
            kilde.krev(JsonToken.START_ARRAY, FORVENTET);
            lesListe(kilde, pulje);
        }
    }

    private static void lesListe(Jsonkilde kilde, Pulje pulje) throws IOException {
        kilde.nyPost();
        while (kilde.neste() != JsonToken.END_ARRAY) {
            Sted start = kilde.her();
            RegistreringspliktigVirksomhet virksomhet = Virksomheter.virksomhet(kilde);
            pulje.legg(virksomhet, start, kilde.lengde());
            kilde.nyPost();
        }
        if (kilde.neste() != null) {
            throw kilde.feilUtenSti(kilde.her(), "noe følger etter listen av virksomheter; filen skal slutte der");
        }
    }

    /** Blank lines are no lines. */
    private static void lesLinjer(Jsonkilde kilde, Pulje pulje) throws IOException {
        int forrige = 0;
        do {
            Sted start = kilde.her();
            if (start.linje() == forrige) {
                throw kilde.feilUtenSti(
                        start, "noe følger etter virksomheten på samme linje; forventet én virksomhet per linje");
            }
            RegistreringspliktigVirksomhet virksomhet = Virksomheter.virksomhet(kilde);
            forrige = kilde.lestTil().linje();
            if (start.linje() != forrige) {
                throw kilde.feilUtenSti(start, "virksomheten går over flere linjer; forventet " + FORVENTET);
            }
            pulje.legg(virksomhet, start, kilde.lengde());
            kilde.nyPost();
        } while (kilde.neste() != null);
    }
}
