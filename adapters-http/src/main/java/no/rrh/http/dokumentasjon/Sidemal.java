package no.rrh.http.dokumentasjon;

import java.nio.charset.StandardCharsets;

/** The frame that the pages have in common. */
final class Sidemal {
    private Sidemal() {}

    /** A whole page, of the HTML that is its content. */
    static Dokument side(String tittel, String innhold) {
        return Dokument.side("""
                <!DOCTYPE html>
                <html lang="nb">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s – Register over reelle rettighetshavere</title>
                <link rel="stylesheet" href="/api/oppslag/v1/docs/stil.css">
                <link rel="icon" href="/api/oppslag/v1/docs/ikon.svg" type="image/svg+xml">
                </head>
                <body>
                <a class="hopp" href="#innhold">Hopp til innholdet</a>
                <header>
                <p class="navn"><a href="/">Register over reelle rettighetshavere</a></p>
                <nav aria-label="Dokumentasjon">
                <ul>
                <li><a href="/api/oppslag">Prøv API-et</a></li>
                <li><a href="/api/oppslag/v1/docs/maskinporten.html">Kom i gang</a></li>
                <li><a href="/api/oppslag/v1/docs/feltbeskrivelser.html">Felt</a></li>
                <li><a href="/api/oppslag/v1/docs/TESTDATA.html">Testdata</a></li>
                <li><a href="/api/oppslag/v1/docs/CHANGELOG.html">Endringer</a></li>
                </ul>
                </nav>
                </header>
                <main id="innhold">
                <h1>%1$s</h1>
                %2$s
                </main>
                </body>
                </html>
                """.formatted(tittel, innhold));
    }

    /** A page whose content is a file. */
    static Dokument fraFil(String tittel, String fil) {
        return side(tittel, new String(Dokument.les("sider/" + fil), StandardCharsets.UTF_8));
    }

    /** Text as it is, whatever is in it. */
    static String tekst(String tekst) {
        return tekst.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
