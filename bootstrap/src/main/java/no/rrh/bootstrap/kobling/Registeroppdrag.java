package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.util.Map;
import no.rrh.application.port.in.Importresultat;
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

    /** Makes a totalbestand. */
    public static final String TOTALBESTAND = "totalbestand";

    private final Rrh rrh;

    private Registeroppdrag(Rrh rrh) {
        this.rrh = rrh;
    }

    /** All of it. */
    public static Map<String, Oppdrag> paa(Rrh rrh) {
        Registeroppdrag arbeid = new Registeroppdrag(rrh);
        return Map.of(IMPORTER, arbeid::importer, TOTALBESTAND, arbeid::totalbestand);
    }

    private void importer(Utfoering utfoering) throws IOException {
        String fil = utfoering.valg().get(FIL);
        try {
            Importresultat resultat = rrh.importer().importer(utfoering.inn(), utfoering.framdrift());
            utfoering.melding("Importerte " + fil + ": " + resultat.virksomheter() + " virksomheter lest, "
                    + resultat.endringer() + " endringer gjort.");
        } catch (Lesefeil e) {
            throw new Kommandofeil(fil + ", " + e.getMessage() + ". Ingenting er importert");
        }
    }

    private void totalbestand(Utfoering utfoering) {
        Totalbestandfil fil = rrh.lagTotalbestand().lag(utfoering.framdrift());
        utfoering.melding("Laget " + fil.sti().getFileName() + ": " + fil.stoerrelse() + " byte, sekvensnummer "
                + fil.sekvensnummer() + ".");
    }
}
