package no.rrh.http.representasjon.lesing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.domain.kodeverk.Tekst;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** The file as a stream of JSON tokens, which knows where it stands: in which record, and where within it. */
final class Jsonkilde implements Closeable {
    /** The longest text that is read. The register's own are far shorter. */
    static final int LENGSTE_TEKST = 100_000;

    /** The largest record that is read, in characters, and the longest list in it: no more than two such are in memory at once. */
    static final int STOERSTE_POST = 32 * 1024 * 1024;

    static final int LENGSTE_LISTE = 100_000;

    private static final int LENGSTE_FELTNAVN = 200;
    private static final int LENGSTE_TALL = 100;
    private static final int DYPESTE_NIVAA = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LENGSTE_TEKST)
                    .maxNameLength(LENGSTE_FELTNAVN)
                    .maxNumberLength(LENGSTE_TALL)
                    .maxNestingDepth(DYPESTE_NIVAA)
                    .build())
            .build();

    private final StrengUtf8 tegn;
    private final JsonParser parser;
    private Optional<String> organisasjonsnummer = Optional.empty();
    private long postFra;

    Jsonkilde(InputStream fil) throws IOException {
        this.tegn = new StrengUtf8(fil);
        this.parser = JSON.createParser(tegn);
    }

    /** Whether nothing at all, not even white space, has been read. */
    boolean erTom() {
        return tegn.lest() == 0;
    }

    /** The next token; null at the end of the file. */
    JsonToken neste() throws IOException {
        return parser.nextToken();
    }

    /** Goes to the value of the field whose name was read. */
    void nesteVerdi() throws IOException {
        parser.nextToken();
    }

    /** The name of the object's next field; null when the object ends. */
    String nesteFelt() throws IOException {
        return parser.nextFieldName();
    }

    /** Where the object begins that the source stands at. */
    Sted start() {
        krev(JsonToken.START_OBJECT, "et objekt");
        return her();
    }

    String tekst() throws IOException {
        krev(JsonToken.VALUE_STRING, "en tekst");
        String tekst = parser.getText();
        if (Tekst.harHalvtPar(tekst)) {
            throw feil("teksten inneholder et halvt surrogatpar, som ikke er et tegn");
        }
        return tekst;
    }

    boolean sannhet() {
        if (parser.currentToken() == JsonToken.VALUE_TRUE || parser.currentToken() == JsonToken.VALUE_FALSE) {
            return parser.currentToken() == JsonToken.VALUE_TRUE;
        }
        throw feilType("true eller false");
    }

    <T> List<T> liste(Verdileser<T> element) throws IOException {
        krev(JsonToken.START_ARRAY, "en liste");
        List<T> lest = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            krevPlass(lest.size());
            lest.add(element.les(this));
        }
        return lest;
    }

    /** A record can go on without end in its lists alone: fields stand once each, and texts have a longest length. */
    private void krevPlass(int elementer) {
        if (elementer == LENGSTE_LISTE) {
            throw feil("listen er for lang; den kan ha høyst " + LENGSTE_LISTE + " elementer");
        }
        if (lengde() > STOERSTE_POST) {
            throw feil("virksomheten er for stor; den kan ta høyst " + STOERSTE_POST + " tegn");
        }
    }

    void krev(JsonToken ventet, String beskrivelse) {
        if (parser.currentToken() != ventet) {
            throw feilType(beskrivelse);
        }
    }

    /** From here on, errors belong to no record that is known. */
    void nyPost() {
        organisasjonsnummer = Optional.empty();
        postFra = tegn.lest();
    }

    /** About how many characters have been read of the record. */
    long lengde() {
        return tegn.lest() - postFra;
    }

    /** From here on, errors belong to the record with this number. */
    Organisasjonsnummer iPost(Organisasjonsnummer nummer) {
        organisasjonsnummer = Optional.of(nummer.verdi());
        return nummer;
    }

    /** What of the file is under way: the list, or in JSON Lines a virksomhet. */
    String delen() {
        JsonStreamContext ytterst = parser.getParsingContext();
        while (!ytterst.inRoot() && !ytterst.getParent().inRoot()) {
            ytterst = ytterst.getParent();
        }
        return ytterst.inObject() ? "virksomheten" : "listen av virksomheter";
    }

    /** The token that was read last. */
    Sted her() {
        return Sted.av(parser.currentTokenLocation());
    }

    /** As far as the file has been read. */
    Sted lestTil() {
        return Sted.av(parser.currentLocation());
    }

    /** An error in the value that the source stands at. */
    Lesefeil feil(String grunn) {
        return feil(her(), grunn);
    }

    /** An error in what the source stands at, or has just read, that is better looked for elsewhere. */
    Lesefeil feil(Sted sted, String grunn) {
        return feil(sted, Sti.av(parser.getParsingContext()), grunn);
    }

    /** An error of the record or of the file as a whole. */
    Lesefeil feilUtenSti(Sted sted, String grunn) {
        return feil(sted, "", grunn);
    }

    Lesefeil ukjentFelt() {
        String navn = parser.getParsingContext().getCurrentName();
        String gjengitt = Sti.kanGjengis(navn) ? " " + navn : "";
        return feil(her(), Sti.av(parser.getParsingContext().getParent()), "ukjent felt" + gjengitt);
    }

    private Lesefeil feil(Sted sted, String sti, String grunn) {
        return new Lesefeil(
                sted.linje(), sted.kolonne(), organisasjonsnummer, sti.isEmpty() ? grunn : sti + ": " + grunn);
    }

    private Lesefeil feilType(String ventet) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return feil("null er ikke tillatt, et felt uten verdi skal utelates; forventet " + ventet);
        }
        return feil("forventet " + ventet + ", fant " + beskrivelse(parser.currentToken()));
    }

    private static String beskrivelse(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "et objekt";
            case START_ARRAY -> "en liste";
            case VALUE_STRING -> "en tekst";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "et tall";
            case VALUE_TRUE, VALUE_FALSE -> "true eller false";
            default -> "noe annet";
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
