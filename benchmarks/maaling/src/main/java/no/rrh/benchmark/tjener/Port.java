package no.rrh.benchmark.tjener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * A port of this machine that was free when it was asked for, and is kept for a server that is started several times.
 */
public record Port(int nummer) {
    /** One that nobody has. */
    public static Port ledig() {
        try (ServerSocket proeve = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Port(proeve.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a server on it. */
    public URI adresse() {
        return URI.create("http://127.0.0.1:" + nummer);
    }
}
