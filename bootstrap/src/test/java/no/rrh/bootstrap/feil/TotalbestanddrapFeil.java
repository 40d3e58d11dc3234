package no.rrh.bootstrap.feil;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is in service when it is whole, and not before. */
class TotalbestanddrapFeil {
    @ParameterizedTest
    @EnumSource
    void everyFileThatIsServedIsWholeAndWhatAKillLeavesIsRemoved(Lager lager) throws Exception {
        Froe froe = Froe.av("file");
        try (Maaling maaling = Maaling.av(Rad.TOTALBESTANDDRAP, lager, froe)) {
            new Totalbestanddrap(lager, froe, maaling).drep(ImportdrapFeil.DRAP);
            maaling.bestaatt();
        }
    }
}
