/**
 * The system tests: the server and its commands from without, over sockets and by the command line, on each store.
 *
 * <table>
 * <caption>How they are run</caption>
 * <tr><th></th><th>store</th><th>the JAR</th><th>left out</th></tr>
 * <tr><td>{@code mvn verify}, first</td><td>H2</td><td>a process of its own</td><td></td></tr>
 * <tr><td>{@code mvn verify}, then</td><td>PostgreSQL</td><td>in the JVM of the tests</td><td>{@link
 * no.rrh.bootstrap.system.EgenProsess}, {@link no.rrh.bootstrap.system.BareH2}</td></tr>
 * <tr><td>{@code mvn verify -Ppostgres}</td><td>PostgreSQL</td><td>a process of its own</td><td>{@link
 * no.rrh.bootstrap.system.BareH2}</td></tr>
 * </table>
 *
 * <p>The tests are the same, and do not know: {@code Rrhprosess} starts what they ask for, and {@code Registersted} gives
 * each data folder its register. What is left out is marked where it stands, with the reason.
 */
package no.rrh.bootstrap.system;
