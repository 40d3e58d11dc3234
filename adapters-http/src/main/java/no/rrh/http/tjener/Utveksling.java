package no.rrh.http.tjener;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;

/** A request and its answer over HTTP/2, and whom they wait for: the connection has many, and tells nothing of one. */
final class Utveksling extends HttpStream.Wrapper {
    private final HTTP2Session tilkobling;
    private final Runnable ferdig;
    private volatile boolean venterPaaInnhold;
    private volatile boolean venterPaaLeser;
    private volatile long byteInn;
    private volatile long byteUt;

    /**
     * One that begins.
     *
     * @param ferdig is run when it has ended
     */
    Utveksling(HttpStream stroem, HTTP2Session tilkobling, Runnable ferdig) {
        super(stroem);
        this.tilkobling = tilkobling;
        this.ferdig = ferdig;
    }

    Venter venter() {
        if (venterPaaLeser) {
            return Venter.PAA_AT_SVARET_TAS_IMOT;
        }
        return venterPaaInnhold ? Venter.PAA_KALLET : Venter.IKKE;
    }

    long byteInn() {
        return byteInn;
    }

    long byteUt() {
        return byteUt;
    }

    /** Ends it, and lets the others of the connection be. */
    void avbryt() {
        tilkobling.onStreamFailure(
                Integer.parseInt(getId()), ErrorCode.CANCEL_STREAM_ERROR.code, "the client is too slow");
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk del = super.read();
        if (del != null) {
            venterPaaInnhold = false;
            byteInn += del.remaining(); // one at a time reads
        }
        return del;
    }

    @Override
    public void demand() {
        venterPaaInnhold = true;
        super.demand();
    }

    @Override
    public void send(
            MetaData.Request kall, MetaData.Response svar, boolean siste, ByteBuffer innhold, Callback callback) {
        int antall = innhold == null ? 0 : innhold.remaining();
        venterPaaLeser = true;
        super.send(kall, svar, siste, innhold, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                byteUt += antall; // one at a time is sent
                venterPaaLeser = false;
                super.succeeded();
            }

            @Override
            public void failed(Throwable aarsak) {
                venterPaaLeser = false;
                super.failed(aarsak);
            }
        });
    }

    @Override
    public void succeeded() {
        ferdig.run();
        super.succeeded();
    }

    @Override
    public void failed(Throwable aarsak) {
        ferdig.run();
        super.failed(aarsak);
    }
}
