package no.rrh.domain.tilgang;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The legal ground on which a virksomhet has access: forskrift om register over reelle rettighetshavere § 3-11 and
 * hvitvaskingsloven § 4 first paragraph, a closed list. The scope follows from it.
 */
public enum Hjemmel {
    FORSKRIFT_A("forskrift-3-11-1-a", "politi- og påtalemyndighet", Scope.OFFENTLIG),
    FORSKRIFT_B("forskrift-3-11-1-b", "enheten for finansiell etterretning", Scope.OFFENTLIG),
    FORSKRIFT_C("forskrift-3-11-1-c", "skattemyndighet", Scope.OFFENTLIG),
    FORSKRIFT_D("forskrift-3-11-1-d", "tilsynsmyndighet for rapporteringspliktige", Scope.OFFENTLIG),
    FORSKRIFT_E(
            "forskrift-3-11-1-e",
            "annen myndighet som etterforsker hvitvasking, primærforbrytelser og terrorfinansiering",
            Scope.OFFENTLIG),
    FORSKRIFT_F("forskrift-3-11-1-f", "annen myndighet som sporer, båndlegger og inndrar utbytte", Scope.OFFENTLIG),
    FORSKRIFT_G("forskrift-3-11-1-g", "sikkerhetsmyndigheten", Scope.OFFENTLIG),
    FORSKRIFT_H("forskrift-3-11-1-h", "tilsynsmyndighet for stiftelser", Scope.OFFENTLIG),
    FORSKRIFT_MEDIA("forskrift-3-11-2", "media", Scope.MEDIA),
    FORSKRIFT_SIVILSAMFUNN("forskrift-3-11-3", "sivilsamfunnsorganisasjon", Scope.SIVILSAMFUNNSORGANISASJON),
    FORSKRIFT_UTDANNING("forskrift-3-11-4", "høyere utdanningsinstitusjon", Scope.HOEYEREUTDANNINGSINSTITUSJON),
    HVITVASKINGSLOVEN_A("hvitvaskingsloven-4-1-a", "bank", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_B("hvitvaskingsloven-4-1-b", "kredittforetak", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_C("hvitvaskingsloven-4-1-c", "finansieringsforetak", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_D(
            "hvitvaskingsloven-4-1-d",
            "rapporteringspliktig etter § 4 første ledd bokstav d",
            Scope.RAPPORTERINGSPLIKTIG_BEGRENSET),
    HVITVASKINGSLOVEN_E("hvitvaskingsloven-4-1-e", "e-pengeforetak", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_F(
            "hvitvaskingsloven-4-1-f",
            "rapporteringspliktig etter § 4 første ledd bokstav f",
            Scope.RAPPORTERINGSPLIKTIG_BEGRENSET),
    HVITVASKINGSLOVEN_G("hvitvaskingsloven-4-1-g", "betalingsforetak", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_H("hvitvaskingsloven-4-1-h", "verdipapirforetak", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_I(
            "hvitvaskingsloven-4-1-i", "forvaltningsselskap for verdipapirfond", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_J("hvitvaskingsloven-4-1-j", "forsikringsforetak", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_K("hvitvaskingsloven-4-1-k", "forsikringsformidler", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_L(
            "hvitvaskingsloven-4-1-l",
            "rapporteringspliktig etter § 4 første ledd bokstav l",
            Scope.RAPPORTERINGSPLIKTIG_BEGRENSET),
    HVITVASKINGSLOVEN_M(
            "hvitvaskingsloven-4-1-m",
            "rapporteringspliktig etter § 4 første ledd bokstav m",
            Scope.RAPPORTERINGSPLIKTIG_BEGRENSET),
    HVITVASKINGSLOVEN_N(
            "hvitvaskingsloven-4-1-n", "forvalter av alternative investeringsfond", Scope.RAPPORTERINGSPLIKTIG),
    HVITVASKINGSLOVEN_O("hvitvaskingsloven-4-1-o", "låneformidlingsforetak", Scope.RAPPORTERINGSPLIKTIG);

    private static final Map<String, Hjemmel> ETTER_KODE =
            Arrays.stream(values()).collect(Collectors.toMap(Hjemmel::kode, Function.identity()));

    private final String kode;
    private final String beskrivelse;
    private final Scope scope;

    Hjemmel(String kode, String beskrivelse, Scope scope) {
        this.kode = kode;
        this.beskrivelse = beskrivelse;
        this.scope = scope;
    }

    /** Its code: the act or regulation, the paragraph, the section («ledd») and where there is one the letter. */
    public String kode() {
        return kode;
    }

    /** Who has access on it, in bokmål. */
    public String beskrivelse() {
        return beskrivelse;
    }

    /** The scope that follows from it. */
    public Scope scope() {
        return scope;
    }

    /** The one with that code. */
    public static Optional<Hjemmel> finn(String kode) {
        return Optional.ofNullable(ETTER_KODE.get(kode));
    }
}
