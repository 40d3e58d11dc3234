package no.rrh.application.port.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import no.rrh.application.port.out.Innsynsfoering.Hva;
import no.rrh.application.port.out.Innsynsfoering.Hvem;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.tilgang.Adgang;
import no.rrh.domain.tilgang.Hjemmel;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Tilgangsavtale;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * One call for what the register holds: who makes it, and what the innsynslogg is to keep of it. The use case notes what it
 * shows as it shows it; whoever answers the call has it written before the answer leaves.
 */
public final class Innsynskall {
    private final Kaller kaller;
    private final List<VistRegistrering> viste = new ArrayList<>(); // this and what follows: guarded by this
    private Adgang adgang;
    private Organisasjonsnummer nummer;
    private Foedselsnummer soekt;
    private Totalbestandfil fil;
    private boolean unntatteIFull;

    /** A call of which nothing has been answered. */
    public Innsynskall(Kaller kaller) {
        this.kaller = kaller;
    }

    /** Who calls. */
    public Kaller kaller() {
        return kaller;
    }

    /** Notes that the caller was let in, and by what. */
    public synchronized void innvilget(Adgang gitt) {
        this.adgang = gitt;
    }

    /** What the caller was let in by; absent when it was not. */
    public synchronized Optional<Adgang> adgang() {
        return Optional.ofNullable(adgang);
    }

    /** Notes which virksomhet it is about, whatever becomes of it: whoever makes the call knows. */
    public synchronized void gjelder(Organisasjonsnummer virksomhet) {
        this.nummer = virksomhet;
    }

    /** Notes whom it searches for. */
    public synchronized void soeker(Foedselsnummer person) {
        this.soekt = person;
    }

    /** Notes that this is shown. */
    public synchronized void viser(VirksomhetInnsyn innsyn) {
        viste.addAll(innsyn.vist());
        unntatteIFull |= innsyn.viserUnntatteIFull();
    }

    /** Notes that the file is handed out: it holds everybody in full. */
    public synchronized void utleverer(Totalbestandfil utlevert) {
        this.fil = utlevert;
        this.unntatteIFull = true;
    }

    /** Whether something has been shown that has not been taken yet. */
    public synchronized boolean harNytt() {
        return !viste.isEmpty();
    }

    /** Who calls, as it is logged. */
    public synchronized Hvem hvem() {
        if (!(kaller instanceof Konsument konsument)) {
            return Hvem.UKJENT;
        }
        Optional<Tilgangsavtale> avtale = adgang().flatMap(Adgang::avtale);
        return new Hvem(
                Optional.of(konsument.consumer()),
                konsument.supplier(),
                Optional.of(konsument.klientId()),
                adgang().map(Adgang::scope).map(Scope::navn).or(() -> alle(konsument.scopes())),
                avtale.map(Tilgangsavtale::hjemmel).map(Hjemmel::kode),
                avtale.map(a -> OptionalLong.of(a.nummer())).orElseGet(OptionalLong::empty),
                Optional.empty());
    }

    /** Those of a token that was not enough. */
    private static Optional<String> alle(Set<Scope> scopes) {
        String navn = scopes.stream().map(Scope::navn).sorted().collect(Collectors.joining(" "));
        return Optional.of(navn).filter(tekst -> !tekst.isEmpty());
    }

    /** What it is about, with what has been shown since this was last asked for. */
    public synchronized Hva taHva(Optional<String> detaljer) {
        Hva hva = new Hva(
                Optional.ofNullable(nummer),
                viste,
                Optional.ofNullable(soekt),
                Optional.ofNullable(fil).map(Totalbestandfil::sha256),
                fil == null ? OptionalLong.empty() : OptionalLong.of(fil.sekvensnummer()),
                unntatteIFull,
                medFormat(detaljer));
        viste.clear();
        unntatteIFull = false;
        return hva;
    }

    /** Which file it was, where it is not the one of JSON. */
    private Optional<String> medFormat(Optional<String> detaljer) {
        if (fil == null || fil.format() == Totalbestandformat.JSON) {
            return detaljer;
        }
        String format = "format=" + fil.format().verdi();
        return Optional.of(detaljer.map(andre -> format + " " + andre).orElse(format));
    }
}
