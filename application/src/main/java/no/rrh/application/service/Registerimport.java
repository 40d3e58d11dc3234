package no.rrh.application.service;

import java.io.InputStream;
import java.util.UUID;
import java.util.function.Supplier;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.ImporterRegister;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.out.Registerleser;
import no.rrh.application.port.out.Skriving;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** Merges a file into the register in one transaction. */
public final class Registerimport implements ImporterRegister {
    private final Registerleser leser;
    private final Virksomhetsregister register;
    private final Supplier<UUID> nyId;

    public Registerimport(Registerleser leser, Virksomhetsregister register, Supplier<UUID> nyId) {
        this.leser = leser;
        this.register = register;
        this.nyId = nyId;
    }

    @Override
    public Importresultat importer(InputStream fil, Framdrift framdrift) {
        return register.skriv(skriving -> {
            Innlesing innlesing = new Innlesing(skriving, framdrift);
            leser.les(fil, innlesing::ta);
            return new Importresultat(innlesing.virksomheter, innlesing.endringer);
        });
    }

    private final class Innlesing {
        private final Skriving skriving;
        private final Framdrift framdrift;
        private long virksomheter;
        private long endringer;

        Innlesing(Skriving skriving, Framdrift framdrift) {
            this.skriving = skriving;
            this.framdrift = framdrift;
        }

        void ta(RegistreringspliktigVirksomhet post) {
            Registerendring endring = Registerfoering.innles(skriving.hent(post.organisasjonsnummer()), post, nyId);
            if (!endring.erTom()) {
                skriving.lagre(endring);
            }
            endringer += endring.endringer().size();
            framdrift.ferdig(++virksomheter);
        }
    }
}
