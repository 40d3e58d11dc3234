package no.rrh.application.port.out;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.rrh.application.port.out.Bestand.Utsnitt;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** Virksomheter of a test, cut after each so many. */
public record Listeutsnitt(List<RegistreringspliktigVirksomhet> virksomheter) implements Utsnitt {
    /** All of them, in their order. */
    public static List<Utsnitt> av(List<RegistreringspliktigVirksomhet> virksomheter, int antall) {
        List<Utsnitt> alle = new ArrayList<>();
        for (int fra = 0; fra < virksomheter.size(); fra += antall) {
            alle.add(new Listeutsnitt(virksomheter.subList(fra, Math.min(virksomheter.size(), fra + antall))));
        }
        return alle;
    }

    @Override
    public int antall() {
        return virksomheter.size();
    }

    @Override
    public void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker) {
        virksomheter.forEach(mottaker);
    }
}
