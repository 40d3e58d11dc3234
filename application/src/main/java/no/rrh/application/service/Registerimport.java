package no.rrh.application.service;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.ImporterRegister;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.Registerleser;
import no.rrh.application.port.out.Skriving;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Merges a file into the register in one transaction, and deletes what it lacks when it is to replace. */
public final class Registerimport implements ImporterRegister {
    private final Registerleser leser;
    private final Virksomhetsregister register;
    private final Supplier<UUID> nyId;
    private final Clock klokke;

    public Registerimport(Registerleser leser, Virksomhetsregister register, Supplier<UUID> nyId, Clock klokke) {
        this.leser = leser;
        this.register = register;
        this.nyId = nyId;
        this.klokke = klokke;
    }

    @Override
    public Importresultat importer(InputStream fil, Importvalg valg, Framdrift framdrift) {
        return register.skriv(skriving ->
                valg == Importvalg.ERSTATT ? erstatt(fil, skriving, framdrift) : flett(fil, skriving, framdrift));
    }

    private Importresultat flett(InputStream fil, Skriving skriving, Framdrift framdrift) {
        Innlesing innlesing = new Innlesing(skriving, framdrift, nummer -> {});
        leser.les(fil, innlesing);
        return new Importresultat(innlesing.virksomheter, innlesing.endringer, 0);
    }

    private Importresultat erstatt(InputStream fil, Skriving skriving, Framdrift framdrift) {
        Nummermengde iFilen = new Nummermengde();
        Innlesing innlesing = new Innlesing(skriving, framdrift, iFilen::ta);
        leser.les(fil, innlesing);
        if (innlesing.virksomheter == 0) {
            throw new Lesefeil("filen har ingen virksomheter, og en import som erstatter ville slettet alt i"
                    + " registeret; forventet minst én virksomhet");
        }
        long slettet = new Restsletting(skriving, nyId, klokke)
                .slettUtenom(iFilen, antall -> framdrift.ferdig(innlesing.virksomheter + antall));
        return new Importresultat(innlesing.virksomheter, innlesing.endringer + slettet, slettet);
    }

    private final class Innlesing implements Registerleser.Mottaker {
        private final Skriving skriving;
        private final Framdrift framdrift;
        private final Consumer<Organisasjonsnummer> innlest;
        private long virksomheter;
        private long endringer;

        Innlesing(Skriving skriving, Framdrift framdrift, Consumer<Organisasjonsnummer> innlest) {
            this.skriving = skriving;
            this.framdrift = framdrift;
            this.innlest = innlest;
        }

        @Override
        public void ventes(List<RegistreringspliktigVirksomhet> neste) {
            skriving.ventes(neste);
        }

        @Override
        public void ta(RegistreringspliktigVirksomhet post) {
            Registerendring endring = Registerfoering.innles(skriving.hent(post.organisasjonsnummer()), post, nyId);
            if (!endring.erTom()) {
                skriving.lagre(endring);
            }
            endringer += endring.endringer().size();
            innlest.accept(post.organisasjonsnummer());
            framdrift.ferdig(++virksomheter);
        }
    }
}
