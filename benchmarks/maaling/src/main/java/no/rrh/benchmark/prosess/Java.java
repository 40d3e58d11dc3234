package no.rrh.benchmark.prosess;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of the same {@code java} as this one. */
public final class Java {
    private static final String JAVA = program("java");

    private Java() {}

    private static String program(String navn) {
        return Path.of(System.getProperty("java.home"), "bin", navn).toString();
    }

    /** A jar with a heap of at most so much, as {@code 1g}. */
    public static List<String> jar(Path jar, String heap, List<String> argumenter) {
        return jar(jar, heap, List.of(), argumenter);
    }

    /** As {@link #jar(Path, String, List)}, with more to tell the JVM. */
    public static List<String> jar(Path jar, String heap, List<String> jvm, List<String> argumenter) {
        List<String> foran = new ArrayList<>(List.of("-Xmx" + heap));
        foran.addAll(jvm);
        foran.addAll(List.of("-jar", jar.toString()));
        return linje(foran, argumenter);
    }

    /** Has the JVM make an archive of classes when it ends. */
    public static String lagKlassearkiv(Path arkiv) {
        return "-XX:ArchiveClassesAtExit=" + arkiv;
    }

    /** Has the JVM use one. */
    public static String medKlassearkiv(Path arkiv) {
        return "-XX:SharedArchiveFile=" + arkiv;
    }

    /** Asks a JVM that runs. */
    static List<String> jcmd(long pid, String spoersmaal) {
        return List.of(program("jcmd"), Long.toString(pid), spoersmaal);
    }

    /** A main class of this program. */
    public static List<String> klasse(Class<?> klasse, String heap, List<String> argumenter) {
        return linje(
                List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path"), klasse.getName()), argumenter);
    }

    private static List<String> linje(List<String> jvm, List<String> argumenter) {
        List<String> linje = new ArrayList<>();
        linje.add(JAVA);
        linje.addAll(jvm);
        linje.addAll(argumenter);
        return linje;
    }
}
