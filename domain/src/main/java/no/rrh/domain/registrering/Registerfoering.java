package no.rrh.domain.registrering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * How the register changes, one virksomhet at a time: from the state before to the state after and its changes. Nothing
 * is stored here.
 */
public final class Registerfoering {
    private Registerfoering() {}

    /**
     * Makes a virksomhet ready to report: it gets a gjeldende registration that says so.
     *
     * @throws Registerkonflikt when it already has a gjeldende registration
     */
    public static Registerendring klargjoer(
            Optional<RegistreringspliktigVirksomhet> foer, Organisasjonsnummer nummer, UUID id, Instant tidspunkt) {
        if (foer.flatMap(RegistreringspliktigVirksomhet::gjeldende).isPresent()) {
            throw new Registerkonflikt("virksomheten har allerede en gjeldende registrering");
        }
        Registrering ny = new Registrering(
                id,
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_IKKE_MELDT,
                tidspunkt,
                true,
                Optional.empty(),
                Rettighetsinformasjon.INGEN,
                Optional.empty());
        return medNyGjeldende(foer, nummer, ny, Endringstype.KLARGJORT_FOR_REGISTRERING);
    }

    /** Registers new rettighetsinformasjon, which displaces what was gjeldende into history. */
    public static Registerendring registrer(
            Optional<RegistreringspliktigVirksomhet> foer, Organisasjonsnummer nummer, Registrering ny) {
        return medNyGjeldende(foer, nummer, ny, Endringstype.REGISTRERT);
    }

    /**
     * Deletes a virksomhet: what was gjeldende becomes history, and a registration without holders tells of it.
     *
     * @throws Registerkonflikt when it is deleted already
     */
    public static Registerendring slett(RegistreringspliktigVirksomhet foer, UUID id, Instant tidspunkt) {
        if (foer.slettet().isPresent()) {
            throw new Registerkonflikt("virksomheten er allerede slettet");
        }
        List<Registrering> registreringer = historiske(foer);
        registreringer.add(sletting(id, tidspunkt));
        return new Registerendring(
                Optional.of(foer),
                medInnhold(foer, Optional.of(tidspunkt), registreringer),
                List.of(endring(Endringstype.SLETTET, foer, id)));
    }

    /**
     * Adds a report of disagreement to the gjeldende registration; an earlier report on it stays in its former version.
     *
     * @throws Registerkonflikt when nothing is gjeldende
     */
    public static Registerendring mottaUoverensstemmelse(RegistreringspliktigVirksomhet foer, Uoverensstemmelse ny) {
        Registrering gjeldende = foer.gjeldende()
                .orElseThrow(() -> new Registerkonflikt(
                        "virksomheten har ingen gjeldende registrering å melde" + " uoverensstemmelse på"));
        List<Registrering> registreringer = new ArrayList<>(foer.registreringer());
        registreringer.replaceAll(r -> r.equals(gjeldende) ? r.nesteVersjonMed(ny) : r);
        return new Registerendring(
                Optional.of(foer),
                medInnhold(foer, foer.slettet(), registreringer),
                List.of(endring(Endringstype.UOVERENSSTEMMELSE_MOTTATT, foer, gjeldende.registreringsid())));
    }

    /**
     * Merges a record of an import file into the register. A new registration is added, and displaces the gjeldende one
     * when it is gjeldende itself; a known one with other content is altered, whichever of them is in force; those not in
     * the record stay. A record that is deleted, and so has no gjeldende, deletes. Merging the same record again changes
     * nothing.
     *
     * @param nyId makes the identifier of the deletion's registration where the record has none
     */
    public static Registerendring innles(
            Optional<RegistreringspliktigVirksomhet> foer, RegistreringspliktigVirksomhet post, Supplier<UUID> nyId) {
        return new Innlesing(foer, post, nyId).utfoer();
    }

    private static Registerendring medNyGjeldende(
            Optional<RegistreringspliktigVirksomhet> foer,
            Organisasjonsnummer nummer,
            Registrering ny,
            Endringstype type) {
        List<Registrering> registreringer =
                foer.map(Registerfoering::historiske).orElseGet(ArrayList::new);
        registreringer.add(ny);
        Instant foerst =
                foer.map(RegistreringspliktigVirksomhet::foerstRegistrert).orElse(ny.registrert());
        RegistreringspliktigVirksomhet etter =
                new RegistreringspliktigVirksomhet(nummer, foerst, Optional.empty(), registreringer);
        return new Registerendring(foer, etter, List.of(endring(type, etter, ny.registreringsid())));
    }

    private static List<Registrering> historiske(RegistreringspliktigVirksomhet foer) {
        return new ArrayList<>(
                foer.registreringer().stream().map(Registrering::somHistorisk).toList());
    }

    private static RegistreringspliktigVirksomhet medInnhold(
            RegistreringspliktigVirksomhet foer, Optional<Instant> slettet, List<Registrering> registreringer) {
        return new RegistreringspliktigVirksomhet(
                foer.organisasjonsnummer(), foer.foerstRegistrert(), slettet, registreringer);
    }

    private static Registrering sletting(UUID id, Instant tidspunkt) {
        return new Registrering(
                id,
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_SLETTET,
                tidspunkt,
                false,
                Optional.empty(),
                Rettighetsinformasjon.INGEN,
                Optional.empty());
    }

    private static Endring endring(Endringstype type, RegistreringspliktigVirksomhet virksomhet, UUID id) {
        return new Endring(type, virksomhet.organisasjonsnummer(), id);
    }

    /** One merge under way. */
    private static final class Innlesing {
        private final Optional<RegistreringspliktigVirksomhet> foer;
        private final RegistreringspliktigVirksomhet post;
        private final Supplier<UUID> nyId;
        private final List<Registrering> registreringer;
        private final List<Endring> endringer = new ArrayList<>();

        Innlesing(
                Optional<RegistreringspliktigVirksomhet> foer,
                RegistreringspliktigVirksomhet post,
                Supplier<UUID> nyId) {
            this.foer = foer;
            this.post = post;
            this.nyId = nyId;
            this.registreringer = new ArrayList<>(
                    foer.map(RegistreringspliktigVirksomhet::registreringer).orElse(List.of()));
        }

        Registerendring utfoer() {
            boolean sletter = post.slettet().isPresent()
                    && foer.flatMap(RegistreringspliktigVirksomhet::slettet).isEmpty();
            boolean fortrenger =
                    post.gjeldende().filter(ny -> erNy(ny.registreringsid())).isPresent();
            if (sletter || fortrenger) {
                registreringer.replaceAll(Registrering::somHistorisk);
            }
            List<Registrering> fraPost = new ArrayList<>(post.registreringer());
            Optional<UUID> slettingsid = sletter ? Optional.of(slettingsid(fraPost)) : Optional.empty();
            slettetEtter(fortrenger)
                    .filter(slettet -> !harSletting(fraPost))
                    .ifPresent(slettet -> fraPost.add(sletting(nyId.get(), slettet)));
            fraPost.sort(Registrering.NYESTE_FOERST.reversed());
            fraPost.forEach(registrering -> flett(registrering, slettingsid));
            return new Registerendring(foer, etter(fortrenger), endringer);
        }

        private RegistreringspliktigVirksomhet etter(boolean fortrenger) {
            RegistreringspliktigVirksomhet etter = new RegistreringspliktigVirksomhet(
                    post.organisasjonsnummer(), post.foerstRegistrert(), slettetEtter(fortrenger), registreringer);
            if (endringer.isEmpty() && foer.filter(etter::equals).isEmpty()) {
                endringer.add(endring(
                        Endringstype.ENDRET, post, etter.registreringer().get(0).registreringsid()));
            }
            return etter;
        }

        private Optional<Instant> slettetEtter(boolean fortrenger) {
            return post.slettet().isPresent() || fortrenger
                    ? post.slettet()
                    : foer.flatMap(RegistreringspliktigVirksomhet::slettet);
        }

        /**
         * Whether a registration will tell of the deletion. The record may say that the one that did so until now is
         * something else; a deleted virksomhet would then have none, and its export another one at each import.
         */
        private boolean harSletting(List<Registrering> fraPost) {
            return fraPost.stream().anyMatch(Registrering::erSletting)
                    || registreringer.stream()
                            .filter(kjent ->
                                    post.registrering(kjent.registreringsid()).isEmpty())
                            .anyMatch(Registrering::erSletting);
        }

        private void flett(Registrering fraPost, Optional<UUID> slettingsid) {
            UUID id = fraPost.registreringsid();
            Optional<Endringstype> type = erNy(id) ? Optional.of(leggTil(fraPost)) : endre(fraPost);
            Optional<Endringstype> sletting = slettingsid.filter(id::equals).map(treff -> Endringstype.SLETTET);
            sletting.or(() -> type).ifPresent(t -> endringer.add(endring(t, post, id)));
        }

        private boolean erNy(UUID id) {
            return foer.flatMap(virksomhet -> virksomhet.registrering(id)).isEmpty();
        }

        private Endringstype leggTil(Registrering ny) {
            registreringer.add(ny);
            return ny.registreringsstatus() == Registreringsstatus.RETTIGHETSINFORMASJON_ER_IKKE_MELDT
                    ? Endringstype.KLARGJORT_FOR_REGISTRERING
                    : Endringstype.REGISTRERT;
        }

        private Optional<Endringstype> endre(Registrering fraPost) {
            for (int i = 0; i < registreringer.size(); i++) {
                Registrering kjent = registreringer.get(i);
                if (kjent.registreringsid().equals(fraPost.registreringsid()) && !kjent.harSammeInnholdSom(fraPost)) {
                    registreringer.set(i, kjent.nesteVersjonMed(fraPost));
                    return Optional.of(Endringstype.ENDRET);
                }
            }
            return Optional.empty();
        }

        /** The registration that tells of the deletion: the record's newest such, or one made now. */
        private UUID slettingsid(List<Registrering> fraPost) {
            return fraPost.stream()
                    .filter(Registrering::erSletting)
                    .findFirst()
                    .map(Registrering::registreringsid)
                    .orElseGet(() -> {
                        UUID id = nyId.get();
                        fraPost.add(sletting(id, post.slettet().orElseThrow()));
                        return id;
                    });
        }
    }
}
