package no.rrh.persistence.fil;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that whoever writes to it may close, and that is open still. */
public final class AapenStroem extends FilterOutputStream {
    public AapenStroem(OutputStream ut) {
        super(ut);
    }

    @Override
    public void write(byte[] bit, int fra, int antall) throws IOException {
        out.write(bit, fra, antall);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
