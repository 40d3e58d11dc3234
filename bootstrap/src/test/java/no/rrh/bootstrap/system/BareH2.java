package no.rrh.bootstrap.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test of what there is only where the register is a file in the data folder: on PostgreSQL it is left out. */
@Tag("h2")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface BareH2 {
    /** Why. */
    String value();
}
