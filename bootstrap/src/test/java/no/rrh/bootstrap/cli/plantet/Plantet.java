package no.rrh.bootstrap.cli.plantet;

/** What a command may do. */
public final class Plantet {
    private Plantet() {}

    public static final class SkriverUt {
        void skriv() {
            System.out.println();
            System.err.println();
        }
    }
}
