package no.rrh.persistence.innsynslogg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import no.rrh.persistence.fil.Eierrettigheter;

/** The segment that is being written. What has been added to it is on the disk. For one thread. */
final class Segment {
    private static final int STYKKE = 64 * 1024;

    private final FileChannel kanal;
    private final Segmenthode hode;
    private long plass;

    /** Up to where it has been written to, by something that failed too. */
    private long beroert;

    private Segment(FileChannel kanal, Segmenthode hode, long plass, long beroert) {
        this.kanal = kanal;
        this.hode = hode;
        this.plass = plass;
        this.beroert = beroert;
    }

    /** A new one, in the room that was reserved, which becomes it. */
    static Segment begynn(Path reserve, Path fil, Segmenthode hode) throws IOException {
        byte[] begynnelse = hode.skriv();
        FileChannel kanal = Eierrettigheter.aapne(reserve, Set.of(StandardOpenOption.WRITE));
        try {
            Segment nytt = new Segment(kanal, hode, 0, 0);
            nytt.leggTil(begynnelse);
            Files.move(reserve, fil, StandardCopyOption.ATOMIC_MOVE);
            Loggmappe.tilDisk(fil.getParent());
            return nytt;
        } catch (IOException e) {
            kanal.close();
            throw e;
        }
    }

    /**
     * One that there is.
     *
     * @param plass after its last whole line
     * @param ende after all that has been written to it
     */
    static Segment fortsett(Path fil, Segmenthode hode, long plass, long ende) throws IOException {
        return new Segment(
                Eierrettigheter.aapne(fil, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE)),
                hode,
                plass,
                ende);
    }

    Segmenthode hode() {
        return hode;
    }

    /** How many bytes of it have been used. */
    long plass() {
        return plass;
    }

    boolean erAapent() {
        return kanal.isOpen();
    }

    /** Adds it, all of it on the disk when this returns; nothing of it counts when this fails. */
    void leggTil(byte[] innhold) throws IOException {
        long slutt = plass + innhold.length;
        beroert = Math.max(beroert, slutt);
        ByteBuffer rest = ByteBuffer.wrap(innhold);
        while (rest.hasRemaining()) {
            kanal.write(rest, plass + rest.position());
        }
        toem(slutt);
        kanal.force(false);
        plass = slutt;
    }

    /** What has been written after its last whole line, and does not count. */
    byte[] rest() throws IOException {
        byte[] rest = new byte[(int) (beroert - plass)];
        ByteBuffer del = ByteBuffer.wrap(rest);
        while (del.hasRemaining() && kanal.read(del, plass + del.position()) >= 0) {
            // until all of it is there
        }
        return rest;
    }

    /** Nothing is left of what does not count. */
    void toemRest() throws IOException {
        toem(plass);
        kanal.force(false);
    }

    /** Of a longer piece that failed, nothing may be left behind a shorter one. */
    private void toem(long slutt) throws IOException {
        for (long fra = slutt; fra < beroert; ) {
            fra += kanal.write(ByteBuffer.allocate((int) Math.min(STYKKE, beroert - fra)), fra);
        }
        beroert = slutt;
    }

    /** Gives back the room that was not needed, and closes. */
    void avslutt() throws IOException {
        if (kanal.isOpen()) {
            kanal.truncate(plass);
            kanal.force(true);
            kanal.close();
        }
    }

    /** Closes, to be gone on with. */
    void lukk() throws IOException {
        kanal.close();
    }
}
