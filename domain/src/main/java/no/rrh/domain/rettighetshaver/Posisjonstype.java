package no.rrh.domain.rettighetshaver;

import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;

/** The kind of position through which a person owns or controls (code list {@code posisjonstype}). */
public enum Posisjonstype implements Kode {
    EIERSKAP("eierskap"),
    KONTROLL_OVER_STEMMERETTIGHETER("kontrollOverStemmerettigheter"),
    RETT_TIL_AA_UTPEKE_ELLER_AVSETTE_STYRE("rettTilAaUtpekeEllerAvsetteStyre"),
    KONTROLL_PAA_ANNEN_MAATE("kontrollPaaAnnenMaate"),
    OPPRETTER("oppretter"),
    FORVALTER("forvalter"),
    BESKYTTER("beskytter"),
    BEGUNSTIGEDE("begunstigede"),
    KONTROLL_OVER_TRUSTEN_PAA_ANNEN_MAATE("kontrollOverTrustenPaaAnnenMaate"),
    RETT_TIL_AA_UTPEKE_ET_FLERTALL_AV_STYRE("rettTilAaUtpekeEtFlertallAvStyre"),
    AVGITT_GRUNNKAPITAL("avgittGrunnkapital"),
    SAERLIGE_RETTIGHETER("saerligeRettigheter"),
    DESTINATAR("destinatar");

    /** The list, in the register's order. */
    public static final Kodeliste<Posisjonstype> LISTE = new Kodeliste<>("posisjonstype", values());

    private final String verdi;

    Posisjonstype(String verdi) {
        this.verdi = verdi;
    }

    @Override
    public String liste() {
        return "posisjonstype";
    }

    @Override
    public String verdi() {
        return verdi;
    }
}
