package no.rrh.application.service;

import no.rrh.application.port.in.SjekkKlarhet;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Virksomhetsregister;

/** Asks the register for the cheapest thing it can answer. */
public final class Klarhetssjekk implements SjekkKlarhet {
    private final Virksomhetsregister register;

    public Klarhetssjekk(Virksomhetsregister register) {
        this.register = register;
    }

    @Override
    public boolean erKlar() {
        try {
            register.erTomt();
            return true;
        } catch (RegisteretSvarerIkke e) {
            return false;
        }
    }
}
