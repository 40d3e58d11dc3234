package no.rrh.domain.tilgang;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A Maskinporten scope of the register. Which access each gives stands in {@link Tilgang}. */
public enum Scope {
    OFFENTLIG("brreg:reelle/offentlig"),
    RAPPORTERINGSPLIKTIG("brreg:reelle/rapporteringspliktig"),
    RAPPORTERINGSPLIKTIG_BEGRENSET("brreg:reelle/rapporteringspliktig.begrenset"),
    MEDIA("brreg:reelle/media"),
    SIVILSAMFUNNSORGANISASJON("brreg:reelle/sivilsamfunnsorganisasjon"),
    HOEYEREUTDANNINGSINSTITUSJON("brreg:reelle/hoeyereutdanningsinstitusjon");

    private static final Map<String, Scope> ETTER_NAVN =
            Arrays.stream(values()).collect(Collectors.toMap(Scope::navn, Function.identity()));

    private final String navn;

    Scope(String navn) {
        this.navn = navn;
    }

    /** Its name in a token. */
    public String navn() {
        return navn;
    }

    /** Its name without what all of them begin with. */
    public String kortnavn() {
        return navn.substring(navn.indexOf('/') + 1);
    }

    /** The scope of that name; a scope the register does not know gives nothing. */
    public static Optional<Scope> finn(String navn) {
        return Optional.ofNullable(ETTER_NAVN.get(navn));
    }
}
