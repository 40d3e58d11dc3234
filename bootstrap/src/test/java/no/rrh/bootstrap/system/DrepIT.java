package no.rrh.bootstrap.system;

import no.rrh.bootstrap.feil.Froe;
import no.rrh.bootstrap.feil.Importdrap;
import no.rrh.bootstrap.feil.Lager;
import no.rrh.bootstrap.feil.Maaling;
import no.rrh.bootstrap.feil.Totalbestanddrap;
import org.junit.jupiter.api.Test;

/** The kills of the fault tests, one of each in every build. */
@BareH2("the fault tests name their stores themselves")
class DrepIT {
    private static final int DRAP = 1;

    @Test
    void anImportThatIsKilledHasImportedAllOfTheFileOrNothing() {
        Froe froe = Froe.av("import");
        try (Maaling maaling = Maaling.utenRad()) {
            new Importdrap(Lager.H2, froe, maaling).drep(DRAP);
        }
    }

    @Test
    void everyFileThatIsServedIsWholeAndWhatAKillLeavesIsRemoved() throws Exception {
        Froe froe = Froe.av("file");
        try (Maaling maaling = Maaling.utenRad()) {
            new Totalbestanddrap(Lager.H2, froe, maaling).drep(DRAP);
        }
    }
}
