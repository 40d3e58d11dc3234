package no.rrh.persistence.innsynslogg;

import java.nio.file.Path;

/** Another process writes to the innsynslogg. */
public class InnsynsloggenErIBruk extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InnsynsloggenErIBruk(Path mappe) {
        super(
                "innsynsloggen i " + mappe
                        + " skrives av en annen prosess; stopp den først, eller gi hver instans sin egen mappe (--innsynslogg-mappe)");
    }
}
