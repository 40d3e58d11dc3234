package no.rrh.bootstrap.kobling;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import no.rrh.application.port.in.Eksportresultat;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.bootstrap.kanal.Oppdrag;
import no.rrh.bootstrap.kanal.Utfoering;
import no.rrh.bootstrap.utfall.Kommandofeil;

/** The work on an open register that commands order, by name; the server and a command alone do it alike. */
public final class Registeroppdrag {
    /** Merges the input into the register. */
    public static final String IMPORTER = "importer";

    /** What the input is called, in messages. */
    public static final String FIL = "fil";

    /** What is to become of what is not in the input: the name of an {@link Importvalg}. */
    public static final String RESTEN = "resten";

    /** Writes the register with its history to the output. */
    public static final String EKSPORTER = "eksporter";

    /** The name of an {@link Eksportvalg.Form}. */
    public static final String FORM = "form";

    /** The name of an {@link Eksportvalg.Pakking}. */
    public static final String PAKKING = "pakking";

    /** Makes a totalbestand. */
    public static final String TOTALBESTAND = "totalbestand";

    /** Writes to the innsynslogg alone that a command was given. */
    public static final String FOER = "foer";

    /** The user of the machine who gave the command. */
    public static final String BRUKER = "bruker";

    /** What a command that is only written down is called. */
    public static final String KOMMANDO = "kommando";

    private static final int BUFFER = 64 * 1024;

    private final Rrh rrh;
    private final Kommandofoering logg;

    private Registeroppdrag(Rrh rrh) {
        this.rrh = rrh;
        this.logg = new Kommandofoering(rrh.innsynslogg(), rrh.klokke());
    }

    /** All of it. */
    public static Map<String, Oppdrag> paa(Rrh rrh) {
        Registeroppdrag arbeid = new Registeroppdrag(rrh);
        Map<String, Oppdrag> alt = new HashMap<>(Map.of(
                IMPORTER, arbeid::importer,
                EKSPORTER, arbeid::eksporter,
                TOTALBESTAND, arbeid::totalbestand));
        alt.putAll(new Tilgangsoppdrag(rrh.forvaltTilgang(), rrh.avtaler()::oppdater).alt());
        alt.putAll(new Innsynsoppdrag(rrh::soekInnsyn, arbeid.logg).alt());
        alt.putAll(new Sikkerhetskopioppdrag(rrh, arbeid.logg).alt());
        alt.replaceAll(arbeid.logg::foert);
        alt.put(FOER, utfoering -> arbeid.logg.foer(utfoering.valg()));
        return alt;
    }

    private void importer(Utfoering utfoering) {
        String fil = utfoering.valg().get(FIL);
        Importvalg resten = Importvalg.valueOf(utfoering.valg().get(RESTEN));
        try {
            Importresultat resultat = rrh.importer().importer(utfoering.inn(), resten, utfoering.framdrift());
            utfoering.melding("Importerte " + fil + ": " + resultat.virksomheter() + " virksomheter lest, "
                    + resultat.endringer() + " endringer gjort"
                    + (resten == Importvalg.ERSTATT ? ", " + resultat.slettet() + " virksomheter slettet." : "."));
        } catch (Lesefeil e) {
            throw new Kommandofeil(fil + ", " + e.getMessage() + ". Ingenting er importert");
        }
    }

    private void eksporter(Utfoering utfoering) throws IOException {
        Eksportvalg valg = new Eksportvalg(
                Eksportvalg.Form.valueOf(utfoering.valg().get(FORM)),
                Eksportvalg.Pakking.valueOf(utfoering.valg().get(PAKKING)));
        long begynt = rrh.hentRegisterstatus().hent().sisteSekvensnummer().orElse(0L);
        logg.utleverer(EKSPORTER, utfoering.valg(), "eksport", begynt);
        OutputStream ut = new BufferedOutputStream(utfoering.ut(), BUFFER);
        Eksportresultat resultat = rrh.eksporter().eksporter(ut, valg, utfoering.framdrift());
        if (resultat.sekvensnummer() != begynt) {
            logg.utleverer(EKSPORTER, utfoering.valg(), "eksport", resultat.sekvensnummer());
        }
        ut.flush();
        utfoering.melding("Eksporterte " + resultat.virksomheter() + " virksomheter, sekvensnummer "
                + resultat.sekvensnummer() + ".");
    }

    private void totalbestand(Utfoering utfoering) {
        Totalbestandfil fil = rrh.lagTotalbestand().lag(utfoering.framdrift());
        utfoering.melding("Laget " + fil.sti().getFileName() + ": " + fil.stoerrelse() + " byte, sekvensnummer "
                + fil.sekvensnummer()
                + fil.bods()
                        .map(bods -> "; som BODS " + bods.stoerrelse() + " byte")
                        .orElse("") + ".");
    }
}
