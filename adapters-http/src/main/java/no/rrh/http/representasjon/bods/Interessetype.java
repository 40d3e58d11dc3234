package no.rrh.http.representasjon.bods;

import no.rrh.domain.rettighetshaver.Posisjonstype;

/** What a position is called in the code list {@code interestType} of BODS 0.4. */
final class Interessetype {
    /** Of what stands between, whose part is not stated. */
    static final String UKJENT = "unknownInterest";

    private Interessetype() {}

    static String av(Posisjonstype type) {
        return switch (type) {
            case EIERSKAP -> "shareholding";
            case KONTROLL_OVER_STEMMERETTIGHETER -> "votingRights";
            case RETT_TIL_AA_UTPEKE_ELLER_AVSETTE_STYRE, RETT_TIL_AA_UTPEKE_ET_FLERTALL_AV_STYRE ->
                "appointmentOfBoard";
            case KONTROLL_PAA_ANNEN_MAATE, KONTROLL_OVER_TRUSTEN_PAA_ANNEN_MAATE -> "otherInfluenceOrControl";
            // who has given a stiftelse its capital stands to it as a settlor to a trust
            case OPPRETTER, AVGITT_GRUNNKAPITAL -> "settlor";
            case FORVALTER -> "trustee";
            case BESKYTTER -> "protector";
            // a destinatar is who a stiftelse hands out to
            case BEGUNSTIGEDE, DESTINATAR -> "beneficiaryOfLegalArrangement";
            // given by the vedtekter
            case SAERLIGE_RETTIGHETER -> "controlViaCompanyRulesOrArticles";
        };
    }
}
