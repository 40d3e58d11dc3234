package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A connection that is used slowly, or not at all. Used by one thread. */
abstract class Klient implements AutoCloseable {
    /** What the kernel would otherwise take in for the client is megabytes. */
    private static final int MOTTAKSBUFFER = 16 << 10;

    private final SocketChannel kanal;
    private final int port;
    private final long aapnetNs = System.nanoTime();

    Klient(URI tjener) throws IOException {
        this.kanal = SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, MOTTAKSBUFFER);
        this.kanal.connect(new InetSocketAddress(tjener.getHost(), tjener.getPort()));
        this.kanal.configureBlocking(false);
        this.port = ((InetSocketAddress) kanal.getLocalAddress()).getPort();
    }

    /** Its own port. */
    final int port() {
        return port;
    }

    /** Seconds since it was opened. */
    final double alderS() {
        return (System.nanoTime() - aapnetNs) / 1e9;
    }

    /** Sends what is a few bytes, and so fits in the kernel's buffer. */
    final void send(String tekst) throws IOException {
        kanal.write(ByteBuffer.wrap(tekst.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Reads at most what there is room for; less than nothing at the end. */
    final int les(ByteBuffer inn) throws IOException {
        return kanal.read(inn);
    }

    /** Does its part of ten in a second. */
    abstract void tidel() throws IOException;

    @Override
    public final void close() {
        try {
            kanal.close();
        } catch (IOException e) {
            // gone either way
        }
    }
}
