package no.rrh.persistence.lagringsform;

import com.fasterxml.jackson.core.JsonFactory;

/** The names of the stored fields. A name is never given another meaning: that takes a new format number. */
final class Felt {
    /** The one factory, which keeps what it knows of the names. */
    static final JsonFactory JSON = new JsonFactory();

    static final String ID = "i";
    static final String VERSJON = "v";
    static final String FRA = "f";
    static final String STATUS = "s";
    static final String REGISTRERT = "r";
    static final String HOLDERSTATUS = "h";
    static final String RETTIGHETSHAVERE = "p";
    static final String UTENLANDSK_REGISTER = "ur";
    static final String REGULERT_MARKED = "rm";
    static final String UOVERENSSTEMMELSE = "uo";

    static final String FOLKEREGISTRERT = "fp";
    static final String UTENLANDSK = "up";
    static final String UNNTATT = "x";
    static final String FOERST_REGISTRERT = "fr";
    static final String ENDRET = "e";
    static final String POSISJONER = "po";

    static final String FOEDSELSNUMMER = "fn";
    static final String FORNAVN = "f";
    static final String MELLOMNAVN = "m";
    static final String ETTERNAVN = "e";
    static final String DOED = "d";
    static final String FOEDSELSDATO = "fd";
    static final String FOEDSELSAAR = "fa";
    static final String BOSTEDSLAND = "b";
    static final String STATSBORGERSKAP = "s";

    static final String TYPE = "t";
    static final String INTERVALL = "s";
    static final String GRUNNLAG = "g";
    static final String MELLOMLIGGENDE = "m";
    static final String ADRESSELINJER = "a";

    static final String BESKRIVELSE = "b";
    static final String MOTTATT = "m";
    static final String VARSLINGSPLIKTIG = "vv";

    static final String NAVN = "n";
    static final String LAND = "l";
    static final String INTERNETTADRESSE = "ia";

    private Felt() {}
}
