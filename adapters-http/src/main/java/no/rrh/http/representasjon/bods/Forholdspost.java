package no.rrh.http.representasjon.bods;

import java.util.List;
import java.util.Map;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;
import no.rrh.http.representasjon.Kodenavn;
import no.rrh.http.representasjon.Spraak;

/** Who has what in a virksomhet, as relationship records. */
final class Forholdspost {
    private Forholdspost() {}

    /**
     * What a person has.
     *
     * @param ledd the records of what stands between
     */
    static Post av(List<Posisjon> posisjoner, Recordid person, List<String> ledd, Recordid virksomhet, Recordid id) {
        Map<String, Object> detaljer = Felter.av("isComponent", false);
        if (!ledd.isEmpty()) {
            detaljer.put("componentRecords", ledd);
        }
        detaljer.put("subject", virksomhet.verdi());
        detaljer.put("interestedParty", person.verdi());
        detaljer.put(
                "interests", posisjoner.stream().map(Forholdspost::interesse).toList());
        return Post.uten(id, Post.Slag.FORHOLD, detaljer);
    }

    /** That somebody is not named. */
    static Post uoppgitt(Grunn grunn, Recordid virksomhet, Recordid id) {
        return Post.uten(
                id,
                Post.Slag.FORHOLD,
                Felter.av(
                        "isComponent",
                        false,
                        "subject",
                        virksomhet.verdi(),
                        "interestedParty",
                        Felter.uoppgitt(grunn)));
    }

    /** That one stands between, and no more than that: the register tells neither how much it has nor by what. */
    static Post ledd(Recordid hvem, Recordid i, Recordid id) {
        return Post.uten(
                id,
                Post.Slag.LEDD,
                Felter.av(
                        "isComponent",
                        true,
                        "subject",
                        i.verdi(),
                        "interestedParty",
                        hvem.verdi(),
                        "interests",
                        List.of(Felter.av(
                                "type",
                                Interessetype.UKJENT,
                                "directOrIndirect",
                                "unknown",
                                "beneficialOwnershipOrControl",
                                false))));
    }

    private static Map<String, Object> interesse(Posisjon posisjon) {
        Map<String, Object> interesse = Felter.av(
                "type",
                Interessetype.av(posisjon.posisjonstype()),
                "directOrIndirect",
                hvorDirekte(posisjon.grunnlagstyper()),
                "beneficialOwnershipOrControl",
                true,
                "details",
                posisjon.beskrivelse().orElseGet(() -> Kodenavn.navn(posisjon.posisjonstype(), Spraak.BOKMAAL)));
        posisjon.stoerrelsesintervall().ifPresent(intervall -> interesse.put("share", andel(intervall)));
        return interesse;
    }

    /** Known only where exactly that grunnlag stands. */
    private static String hvorDirekte(List<Grunnlagstype> grunnlag) {
        if (grunnlag.equals(List.of(Grunnlagstype.DIREKTE))) {
            return "direct";
        }
        return grunnlag.equals(List.of(Grunnlagstype.INDIREKTE)) ? "indirect" : "unknown";
    }

    /** The code list {@code stoerrelsesintervall}: above 25 and below 50, from 50 to below 75, and from 75 on. */
    private static Map<String, Object> andel(Stoerrelsesintervall intervall) {
        return switch (intervall) {
            case INTERVALL1 -> Felter.av("exclusiveMinimum", 25, "exclusiveMaximum", 50);
            case INTERVALL2 -> Felter.av("minimum", 50, "exclusiveMaximum", 75);
            case INTERVALL3 -> Felter.av("minimum", 75, "maximum", 100);
        };
    }
}
