package no.rrh.http.totalbestand;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import no.rrh.http.svar.Kropp;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A part of a file, or all of it, read into direct buffers. One that cannot be read to its end fails. */
record Filkropp(Path sti, Byteomraade omraade) implements Kropp {
    private static final int BUFFER = 64 * 1024;

    @Override
    public OptionalLong lengde() {
        return OptionalLong.of(omraade.lengde());
    }

    @Override
    public boolean varer() {
        return true;
    }

    @Override
    public Content.Source kilde(Request request, Executor arbeidere, Runnable foerDel) {
        ByteBufferPool.Sized buffere =
                new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), true, BUFFER);
        return Content.Source.from(buffere, sti, omraade.fra(), omraade.lengde());
    }
}
