package no.rrh.http.forhandling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * What a client accepts (RFC 9110, 12.5.1). Parameters other than {@code q} say nothing here, since everything is
 * written as UTF-8; a member that is not a media range admits nothing.
 */
final class Aksept {
    private final List<Omraade> omraader;

    private Aksept(List<Omraade> omraader) {
        this.omraader = omraader;
    }

    static Aksept av(HttpFields headere) {
        List<Omraade> omraader = new ArrayList<>();
        boolean oppgitt = false;
        for (String verdi : headere.getValuesList("Accept")) {
            for (String del : Sitat.del(verdi, ',')) {
                oppgitt |= !del.isBlank();
                Omraade.les(del).ifPresent(omraader::add);
            }
        }
        return oppgitt ? new Aksept(omraader) : new Aksept(List.of(new Omraade("*", "*", 1)));
    }

    /** How much the type is wanted, from 0 (not admitted) to 1, by the most specific range that matches. */
    double kvalitet(String type) {
        return beste(type, 2, beste(type, 1, beste(type, 0, 0)));
    }

    /** Whether the type itself is named, not only a wildcard that holds it. */
    boolean navngir(String type) {
        return omraader.stream().anyMatch(omraade -> omraade.presisjon() == 2 && omraade.rommer(type));
    }

    private double beste(String type, int presisjon, double ellers) {
        return omraader.stream()
                .filter(omraade -> omraade.presisjon() == presisjon && omraade.rommer(type))
                .mapToDouble(Omraade::q)
                .max()
                .orElse(ellers);
    }

    private record Omraade(String type, String undertype, double q) {
        private static final Pattern VEKT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");
        private static final Pattern PARAMETER =
                Pattern.compile("([^\\s\"=]++)\\s*+=\\s*+([^\\s\"]*+|\"(?:[^\"\\\\]|\\\\.)*+\")");

        static Optional<Omraade> les(String del) {
            List<String> ledd = Sitat.del(del.toLowerCase(Locale.ROOT), ';');
            String[] typer = ledd.get(0).trim().split("/", -1);
            boolean omraade = typer.length == 2
                    && !typer[0].isBlank()
                    && !typer[1].isBlank()
                    && (!typer[0].equals("*") || typer[1].equals("*"));
            return omraade
                    ? q(ledd.subList(1, ledd.size())).map(q -> new Omraade(typer[0], typer[1], q))
                    : Optional.empty();
        }

        /** The first weight, 1 where there is none, and 0 for one that is none; absent when a parameter is malformed. */
        private static Optional<Double> q(List<String> parametre) {
            Optional<Double> q = Optional.empty();
            for (String parameter : parametre) {
                Matcher treff = PARAMETER.matcher(parameter.trim());
                if (!treff.matches()) {
                    if (parameter.isBlank()) {
                        continue;
                    }
                    return Optional.empty();
                }
                if (q.isEmpty() && treff.group(1).equals("q")) {
                    q = Optional.of(VEKT.matcher(treff.group(2)).matches() ? Double.parseDouble(treff.group(2)) : 0);
                }
            }
            return q.or(() -> Optional.of(1.0));
        }

        int presisjon() {
            return type.equals("*") ? 0 : undertype.equals("*") ? 1 : 2;
        }

        boolean rommer(String mediatype) {
            return switch (presisjon()) {
                case 0 -> true;
                case 1 -> mediatype.startsWith(type + "/");
                default -> mediatype.equals(type + "/" + undertype);
            };
        }
    }
}
