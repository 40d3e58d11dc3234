package no.rrh.http.representasjon.lesing;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.kodeverk.Tekst;
import no.rrh.domain.virksomhet.Mod11;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.Landnavn;
import no.rrh.http.representasjon.Tidspunkt;

/** Times, identifiers, codes and countries: the values that objects are made of. */
final class Enkeltverdier {
    private static final int AARSIFRE = 4;
    private static final int DATOTEGN = "2024-09-26".length();

    private static final Form LAND_ALFA2 = new Form();
    private static final Felt<LandAlfa2> ALFA2 = LAND_ALFA2.felt("landkode", kilde -> LandAlfa2.av(kilde.tekst()));
    private static final Felt<String> ALFA2_NAVN = LAND_ALFA2.felt("navn", Jsonkilde::tekst);

    private static final Form LAND_ALFA3 = new Form();
    private static final Felt<LandAlfa3> ALFA3 = LAND_ALFA3.felt("landkode", kilde -> LandAlfa3.av(kilde.tekst()));
    private static final Felt<String> ALFA3_NAVN = LAND_ALFA3.felt("navn", Jsonkilde::tekst);

    private Enkeltverdier() {}

    static Instant tid(Jsonkilde kilde) throws IOException {
        return Tidspunkt.les(kilde.tekst());
    }

    static LocalDate dato(Jsonkilde kilde) throws IOException {
        String tekst = kilde.tekst();
        try {
            if (tekst.length() == DATOTEGN) {
                return LocalDate.parse(tekst);
            }
        } catch (DateTimeParseException e) {
            // said below; the exception itself repeats the date
        }
        throw new UgyldigVerdi("datoen må være en dag som finnes, skrevet ÅÅÅÅ-MM-DD");
    }

    static Year aar(Jsonkilde kilde) throws IOException {
        String tekst = kilde.tekst();
        if (tekst.length() != AARSIFRE || !Mod11.erSifre(tekst)) {
            throw new UgyldigVerdi("årstallet må være en tekst med fire sifre");
        }
        return Year.of(Integer.parseInt(tekst));
    }

    static UUID uuid(Jsonkilde kilde) throws IOException {
        String tekst = kilde.tekst();
        try {
            UUID uuid = UUID.fromString(tekst);
            if (uuid.toString().equalsIgnoreCase(tekst)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for the short forms that the parser lets through
        }
        throw new UgyldigVerdi("registreringsid må være en UUID på formen 0198c614-dfcc-4e65-bc96-4fdaf2c2c22b");
    }

    static Organisasjonsnummer organisasjonsnummer(Jsonkilde kilde) throws IOException {
        return new Organisasjonsnummer(kilde.tekst());
    }

    /** {@code {"kode":…,"kodenavn":…}}; the name is ours to give, and so not looked at. */
    static <K extends Enum<K> & Kode> Verdileser<K> kode(Kodeliste<K> liste) {
        Form form = new Form();
        Felt<K> kode = form.felt("kode", kilde -> liste.av(kilde.tekst()));
        form.felt("kodenavn", Jsonkilde::tekst);
        return kilde -> form.les(kilde, verdier -> verdier.krev(kode));
    }

    static LandAlfa2 landAlfa2(Jsonkilde kilde) throws IOException {
        return LAND_ALFA2.les(kilde, verdier -> {
            LandAlfa2 land = verdier.krev(ALFA2);
            return new LandAlfa2(
                    land.landkode(), verdier.valgfri(ALFA2_NAVN).filter(navn -> bevares(land.landkode(), navn)));
        });
    }

    static LandAlfa3 landAlfa3(Jsonkilde kilde) throws IOException {
        return LAND_ALFA3.les(kilde, verdier -> {
            LandAlfa3 land = verdier.krev(ALFA3);
            return new LandAlfa3(
                    land.landkode(), verdier.valgfri(ALFA3_NAVN).filter(navn -> bevares(land.landkode(), navn)));
        });
    }

    /** A name is kept only where our table has none. The code itself is what we write when nobody gave a name. */
    private static boolean bevares(String landkode, String navn) {
        return !Landnavn.kjenner(landkode) && !Tekst.krev("navn", navn).equals(landkode);
    }
}
