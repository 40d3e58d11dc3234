package no.rrh.benchmark.tak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * The ceiling: Jetty with one handler, which answers every request by the next of some documents that it holds in memory. It
 * looks at neither path nor token. Jetty is as it comes, unless it is told to be set as ours is, which is faster: without the
 * cache of header lines, in which a long token costs more than it saves.
 */
public final class Jettytak {
    private Jettytak() {}

    /**
     * Runs it until it is stopped.
     *
     * @param argumenter the port, a file with a document on each line, and whether it is to be set as ours is
     */
    public static void main(String... argumenter) throws Exception {
        Server tjener = new Server();
        HttpConfiguration protokoll = new HttpConfiguration();
        if (Boolean.parseBoolean(argumenter[2])) {
            protokoll.setSendServerVersion(false);
            protokoll.setHeaderCacheSize(0);
        }
        ServerConnector inngang = new ServerConnector(tjener, new HttpConnectionFactory(protokoll));
        inngang.setHost("127.0.0.1");
        inngang.setPort(Integer.parseInt(argumenter[0]));
        tjener.addConnector(inngang);
        tjener.setHandler(new Dokumenter(les(Path.of(argumenter[1]))));
        tjener.start();
        tjener.join();
    }

    private static List<ByteBuffer> les(Path fil) throws IOException {
        return Files.readAllLines(fil).stream()
                .map(linje -> ByteBuffer.wrap(linje.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static final class Dokumenter extends Handler.Abstract {
        private final List<ByteBuffer> dokumenter;
        private final AtomicInteger neste = new AtomicInteger();

        Dokumenter(List<ByteBuffer> dokumenter) {
            this.dokumenter = dokumenter;
        }

        @Override
        public boolean handle(Request kall, Response svar, Callback ferdig) {
            int nummer = Math.floorMod(neste.getAndIncrement(), dokumenter.size());
            ByteBuffer dokument = dokumenter.get(nummer).duplicate();
            svar.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            svar.getHeaders().put(HttpHeader.CONTENT_LENGTH, dokument.remaining());
            svar.write(true, dokument, ferdig);
            return true;
        }
    }
}
