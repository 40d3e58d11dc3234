package no.rrh.http.kall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.rrh.domain.tilgang.Operasjon;

/** What a resource is in the words of the register: what access is decided on, calls are counted as, and the log tells. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Gjelder {
    /** The operation. */
    Operasjon value();
}
