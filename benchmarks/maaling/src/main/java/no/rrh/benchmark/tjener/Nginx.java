package no.rrh.benchmark.tjener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.benchmark.prosess.Prosess;

/** nginx, which serves the files of a folder by sendfile. */
public final class Nginx {
    /** Where it is to put what it receives, of which there is nothing, must be where it may write. */
    private static final String OPPSETT = """
            daemon off;
            user %s;
            worker_processes auto;
            pid %s/nginx.pid;
            error_log %s/nginx-feil.txt;
            events {}
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                default_type application/zip;
                client_body_temp_path %s;
                proxy_temp_path %s;
                fastcgi_temp_path %s;
                uwsgi_temp_path %s;
                scgi_temp_path %s;
                server {
                    listen 127.0.0.1:%d;
                    root %s;
                }
            }
            """;

    private Nginx() {}

    /**
     * Starts it, and waits until it is ready.
     *
     * @param filer the folder
     * @param arbeid where it puts what it needs
     */
    public static Tjener start(Path filer, Path arbeid, Http http) {
        Port port = Port.ledig();
        Path mappe = Engangs.mappe(arbeid.resolve("nginx"));
        Path oppsett = mappe.resolve("nginx.conf");
        try {
            // as ourselves: the files are open to nobody else
            Files.writeString(
                    oppsett,
                    String.format(
                            OPPSETT,
                            System.getProperty("user.name"),
                            mappe,
                            mappe,
                            mappe,
                            mappe,
                            mappe,
                            mappe,
                            mappe,
                            port.nummer(),
                            filer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> kommando = List.of("nginx", "-p", mappe.toString(), "-c", oppsett.toString());
        Tjener tjener = new Tjener(port.adresse(), Prosess.start(kommando, arbeid.resolve("nginx.txt")));
        return tjener.naar(
                () -> http.svarer(port.adresse().resolve("/finnes-ikke"), Optional.empty(), 404),
                Duration.ofSeconds(30),
                "nginx to be ready");
    }
}
