package no.rrh.bootstrap.feil;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An import is all or nothing, whenever it ends. {@code -Dfeil.drap} says how many are killed, here and elsewhere. */
class ImportdrapFeil {
    static final int DRAP = Integer.getInteger("feil.drap", 20);

    @ParameterizedTest
    @EnumSource
    void anImportThatIsKilledHasImportedAllOfTheFileOrNothing(Lager lager) {
        Froe froe = Froe.av("import");
        try (Maaling maaling = Maaling.av(Rad.IMPORTDRAP, lager, froe)) {
            new Importdrap(lager, froe, maaling).drep(DRAP);
            maaling.bestaatt();
        }
    }
}
