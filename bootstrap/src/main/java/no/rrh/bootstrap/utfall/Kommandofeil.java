package no.rrh.bootstrap.utfall;

/** A command that could not be carried out. The message, in bokmål, is all that is shown. */
public class Kommandofeil extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int kode;

    public Kommandofeil(String melding) {
        this(new Utfall(Utfall.FEILET, melding));
    }

    /** The outcome that another process told. */
    public Kommandofeil(Utfall utfall) {
        super(utfall.melding());
        this.kode = utfall.kode();
    }

    /** The exit code. */
    public int kode() {
        return kode;
    }
}
