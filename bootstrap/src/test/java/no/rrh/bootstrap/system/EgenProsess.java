package no.rrh.bootstrap.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test that means something only where the JAR is a process of its own: in the run in the JVM of the tests it is left out. */
@Tag("prosess")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface EgenProsess {
    /** Why. */
    String value();
}
