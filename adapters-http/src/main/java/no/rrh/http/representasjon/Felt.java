package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/** The names of the fields, encoded once. Which class has which, in which order, the writers tell. */
final class Felt {
    static final SerializableString ADRESSE = navn("adresse");
    static final SerializableString BESKRIVELSE_AV_POSISJONEN = navn("beskrivelseAvPosisjonenKontrollPaaAnnenMaate");
    static final SerializableString BESKRIVELSE_AV_UOVERENSSTEMMELSE = navn("beskrivelseAvUoverensstemmelse");
    static final SerializableString BOSTEDSLAND = navn("bostedsland");
    static final SerializableString ENDRET = navn("endret");
    static final SerializableString ER_DOED = navn("erDoed");
    static final SerializableString ER_GJELDENDE = navn("erGjeldendeRegistrering");
    static final SerializableString ER_UNNTATT = navn("erUnntattFraInnsyn");
    static final SerializableString ETTERNAVN = navn("etternavn");
    static final SerializableString FOEDSELSAAR = navn("foedselsaar");
    static final SerializableString FOEDSELSDATO = navn("foedselsdato");
    static final SerializableString FOEDSELS_ELLER_DNUMMER = navn("foedselsEllerDNummer");
    static final SerializableString FOERST_I_REGISTERET = navn("foerstRegistrertIRegisterOverReelleRettighetshavere");
    static final SerializableString FOERST_REGISTRERT = navn("foerstRegistrert");
    static final SerializableString FOLKEREGISTRERT_PERSON = navn("folkeregistrertPerson");
    static final SerializableString FORNAVN = navn("fornavn");
    static final SerializableString FRI_ADRESSETEKST = navn("friAdressetekst");
    static final SerializableString FULLT_NAVN = navn("fulltNavn");
    static final SerializableString GRUNNLAGSTYPER = navn("grunnlagstyper");
    static final SerializableString INNSENDER = navn("innsender");
    static final SerializableString INTERNETTADRESSE = navn("internettadresse");
    static final SerializableString LAND = navn("land");
    static final SerializableString MELLOMLIGGENDE = navn("mellomliggendeVirksomheter");
    static final SerializableString MELLOMNAVN = navn("mellomnavn");
    static final SerializableString NAVN = navn("navn");
    static final SerializableString NORSK_VIRKSOMHET = navn("norskVirksomhet");
    static final SerializableString ORGANISASJONSNUMMER = navn("organisasjonsnummer");
    static final SerializableString POSISJONER = navn("posisjoner");
    static final SerializableString POSISJONSTYPE = navn("posisjonstype");
    static final SerializableString REELLE_RETTIGHETSHAVERE = navn("reelleRettighetshavere");
    static final SerializableString REELLE_RETTIGHETSHAVERESTATUS = navn("reelleRettighetshaverestatus");
    static final SerializableString REGISTRERINGER = navn("registreringer");
    static final SerializableString REGISTRERINGSID = navn("registreringsid");
    static final SerializableString REGISTRERINGSNUMMER = navn("registreringsnummerIHjemlandet");
    static final SerializableString REGISTRERINGSSTATUS = navn("registreringsstatus");
    static final SerializableString REGISTRERT = navn("registrert");
    static final SerializableString REGULERT_MARKED = navn("regulertMarked");
    static final SerializableString SLETTET_I_REGISTERET = navn("slettetIRegisterOverReelleRettighetshavere");
    static final SerializableString STATSBORGERSKAP = navn("statsborgerskap");
    static final SerializableString STOERRELSESINTERVALL = navn("stoerrelsesintervall");
    static final SerializableString UOVERENSSTEMMELSE = navn("uoverensstemmelse");
    static final SerializableString UOVERENSSTEMMELSE_MOTTATT = navn("uoverensstemmelseMottatt");
    static final SerializableString UTENLANDSK_PERSON = navn("utenlandskPerson");
    static final SerializableString UTENLANDSK_REGISTER = navn("utenlandskRegister");
    static final SerializableString UTENLANDSK_VIRKSOMHET = navn("utenlandskVirksomhet");
    static final SerializableString VARSLINGSPLIKTIG_VIRKSOMHET = navn("varslingspliktigVirksomhet");

    private Felt() {}

    private static SerializableString navn(String navn) {
        return new SerializedString(navn);
    }
}
