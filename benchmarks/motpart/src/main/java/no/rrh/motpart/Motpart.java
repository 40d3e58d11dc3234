package no.rrh.motpart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the peer. Address, port, database and issuer come as arguments. */
@SpringBootApplication
public class Motpart {
    public static void main(String[] args) {
        SpringApplication.run(Motpart.class, args);
    }
}
