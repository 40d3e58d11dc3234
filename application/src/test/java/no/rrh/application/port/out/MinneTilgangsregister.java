package no.rrh.application.port.out;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.rrh.domain.tilgang.Avtaleendring;

/** Agreements in memory, which can be made to answer nobody. */
public final class MinneTilgangsregister implements Tilgangsregister {
    private final List<Avtaleendring> endringer = new ArrayList<>();
    private boolean borte;

    /** Whether it answers. */
    public synchronized void svar(boolean svarer) {
        this.borte = !svarer;
    }

    private void krevSvar() {
        if (borte) {
            throw new RegisteretSvarerIkke(new IllegalStateException("told not to answer"));
        }
    }

    @Override
    public synchronized List<Avtaleendring> endringer() {
        krevSvar();
        return List.copyOf(endringer);
    }

    @Override
    public synchronized long antall() {
        krevSvar();
        return endringer.size();
    }

    @Override
    public synchronized Avtaleendring leggTil(Function<List<Avtaleendring>, Avtaleendring> arbeid) {
        krevSvar();
        Avtaleendring ny = arbeid.apply(List.copyOf(endringer));
        endringer.add(ny);
        return ny;
    }
}
