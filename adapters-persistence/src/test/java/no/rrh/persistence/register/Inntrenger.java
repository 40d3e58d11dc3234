package no.rrh.persistence.register;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.h2.api.ErrorCode;

/**
 * A process that tries to open a register that another one has, until it is killed: by turns as this program would, and
 * as anything else that knows H2 could. It prints a line for each attempt.
 */
final class Inntrenger {
    static final String AVVIST = "refused";

    private Inntrenger() {}

    public static void main(String[] argumenter) {
        Path mappe = Path.of(argumenter[0]);
        PrintStream ut = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        while (true) {
            ut.println(somRrh(mappe));
            ut.println(somAndre(mappe));
        }
    }

    private static String somRrh(Path mappe) {
        try (H2Register h2 = H2Register.aapne(mappe, Clock.systemUTC())) {
            return "opened as rrh does, at change " + h2.endringslogg().siste();
        } catch (RegisteretErIBruk e) {
            return AVVIST;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static String somAndre(Path mappe) {
        try (Connection forbindelse =
                DriverManager.getConnection("jdbc:h2:file:" + mappe.resolve("rrh") + ";IFEXISTS=TRUE", "rrh", "")) {
            return "opened as others do: " + forbindelse.getMetaData().getURL();
        } catch (SQLException e) {
            return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1 ? AVVIST : e.toString();
        }
    }
}
