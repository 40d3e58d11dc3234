package no.rrh.bootstrap.kanal;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The address of the socket in a folder. The system takes paths of about a hundred bytes; a longer one is reached by a
 * link of a short name, which is only needed until the socket is bound or connected to.
 */
final class Kanaladresse implements AutoCloseable {
    private static final String NAVN = "kommando.sock";
    private static final int LENGSTE_STI = 100;

    private final Path socket;
    private final Path lenkemappe;

    private Kanaladresse(Path socket, Path lenkemappe) {
        this.socket = socket;
        this.lenkemappe = lenkemappe;
    }

    static Path fil(Path mappe) {
        return mappe.toAbsolutePath().normalize().resolve(NAVN);
    }

    static Kanaladresse av(Path mappe) throws IOException {
        Path fil = fil(mappe);
        if (fil.toString().getBytes(StandardCharsets.UTF_8).length <= LENGSTE_STI) {
            return new Kanaladresse(fil, null);
        }
        Path lenkemappe = Files.createTempDirectory("rrh");
        Path lenke = Files.createSymbolicLink(lenkemappe.resolve("d"), fil.getParent());
        return new Kanaladresse(lenke.resolve(NAVN), lenkemappe);
    }

    UnixDomainSocketAddress adresse() {
        return UnixDomainSocketAddress.of(socket);
    }

    @Override
    public void close() throws IOException {
        if (lenkemappe != null) {
            Files.delete(socket.getParent());
            Files.delete(lenkemappe);
        }
    }
}
