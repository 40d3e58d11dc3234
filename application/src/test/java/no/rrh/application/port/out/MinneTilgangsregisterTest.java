package no.rrh.application.port.out;

class MinneTilgangsregisterTest extends TilgangsregisterKontrakt {
    private final MinneTilgangsregister register = new MinneTilgangsregister();

    @Override
    protected Tilgangsregister register() {
        return register;
    }
}
