package no.rrh.application.service;

import java.io.IOException;
import java.io.OutputStream;
import no.rrh.application.port.out.Representasjon;

/** Counts what is written, and packs the beginning of it to tell how small it becomes. */
final class Pakkeproeve extends OutputStream {
    private static final long STOERST = 32L << 20;

    private final Teller pakketTeller = new Teller();
    private final OutputStream pakket;
    private long byter;
    private long proevd;

    Pakkeproeve(Representasjon representasjon) throws IOException {
        this.pakket = representasjon.gzip(pakketTeller);
    }

    @Override
    public void write(int en) throws IOException {
        write(new byte[] {(byte) en}, 0, 1);
    }

    @Override
    public void write(byte[] kilde, int fra, int antall) throws IOException {
        byter += antall;
        int proeve = (int) Math.min(antall, STOERST - proevd);
        pakket.write(kilde, fra, proeve);
        proevd += proeve;
    }

    long byter() {
        return byter;
    }

    /** How many bytes one stands for; ends the trial. */
    double pakking() throws IOException {
        pakket.close();
        return (double) proevd / pakketTeller.byter;
    }

    private static final class Teller extends OutputStream {
        private long byter;

        @Override
        public void write(int en) {
            byter++;
        }

        @Override
        public void write(byte[] kilde, int fra, int antall) {
            byter += antall;
        }
    }
}
