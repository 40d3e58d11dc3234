package no.rrh.application.service;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import no.rrh.application.port.in.SoekInnsyn;
import no.rrh.application.port.out.Innsynsarkiv;
import no.rrh.application.port.out.Innsynsarkiv.LestFoering;
import no.rrh.application.port.out.Personhistorikk;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * Finds entries by what they say, and those about a person by what the register knows: in which versions of which
 * registrations the person stands, and whether it stood in force at the change at which a file was cut. So the log need not
 * hold the number of anybody.
 */
public final class Innsynssoek implements SoekInnsyn {
    private final Innsynsarkiv arkiv;
    private final Personhistorikk historikk;
    private final Virksomhetsregister register;

    public Innsynssoek(Innsynsarkiv arkiv, Personhistorikk historikk, Virksomhetsregister register) {
        this.arkiv = arkiv;
        this.historikk = historikk;
        this.register = register;
    }

    @Override
    public long finn(Kriterier kriterier, BiConsumer<LestFoering, Set<Grunn>> mottaker) {
        Optional<Spor> spor = kriterier.person().map(Spor::new);
        return arkiv.les(foering -> {
            if (!passer(foering, kriterier)) {
                return;
            }
            Set<Grunn> grunner = spor.map(dens -> dens.grunner(foering)).orElse(Set.of());
            if (spor.isEmpty() || !grunner.isEmpty()) {
                mottaker.accept(foering, grunner);
            }
        });
    }

    private static boolean passer(LestFoering foering, Kriterier kriterier) {
        return erLik(kriterier.consumer(), foering.consumer())
                && erLik(kriterier.organisasjonsnummer(), foering.organisasjonsnummer())
                && erLik(kriterier.operasjon(), Optional.of(foering.operasjon()))
                && erLik(kriterier.sporing(), foering.sporing())
                && kriterier.fra().filter(foering.tidspunkt()::isBefore).isEmpty()
                && kriterier
                        .til()
                        .filter(til -> !foering.tidspunkt().isBefore(til))
                        .isEmpty();
    }

    private static boolean erLik(Optional<String> oensket, Optional<String> verdi) {
        return oensket.isEmpty() || oensket.equals(verdi);
    }

    /** What of a person can have left a trace. */
    private final class Spor {
        private final Foedselsnummer person;
        private final List<Organisasjonsnummer> virksomheter;
        private final Set<VistRegistrering> versjoner;
        private final Set<String> merker;
        private final Map<Long, Boolean> filer = new HashMap<>();

        Spor(Foedselsnummer person) {
            this.person = person;
            this.virksomheter = historikk.virksomheterNoengang(person);
            this.versjoner = virksomheter.stream()
                    .flatMap(nummer -> historikk.versjoner(nummer).stream())
                    .filter(versjon -> versjon.personer().contains(person))
                    .map(versjon -> new VistRegistrering(versjon.registreringsid(), versjon.versjon()))
                    .collect(Collectors.toSet());
            this.merker = arkiv.merker(person);
        }

        Set<Grunn> grunner(LestFoering foering) {
            Set<Grunn> grunner = EnumSet.noneOf(Grunn.class);
            if (foering.viste().stream().anyMatch(versjoner::contains)) {
                grunner.add(Grunn.VIST);
            }
            if (foering.soektmerke().filter(merker::contains).isPresent()) {
                grunner.add(Grunn.SOEKT);
            }
            if (foering.utlevert()
                    && foering.sekvensnummer().isPresent()
                    && filer.computeIfAbsent(foering.sekvensnummer().getAsLong(), this::stodIFilen)) {
                grunner.add(Grunn.FIL);
            }
            return grunner;
        }

        private boolean stodIFilen(long sekvensnummer) {
            return virksomheter.stream()
                    .flatMap(nummer -> register.hentVed(nummer, sekvensnummer).stream())
                    .map(RegistreringspliktigVirksomhet::gjeldende)
                    .flatMap(Optional::stream)
                    .anyMatch(gjeldende -> gjeldende.personer().contains(person));
        }
    }
}
