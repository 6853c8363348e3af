/**
 * Chaos: servers behind a real load balancer, calls through it, and things that go wrong while it is counted what callers heard.
 *
 * <p>{@link io.arcline.faketwilio.chaos.Fleet} is the servers, HAProxy and their PostgreSQL; {@link
 * io.arcline.faketwilio.chaos.Crowd} makes calls and keeps account of them; {@link io.arcline.faketwilio.chaos.Chaos} is both as a
 * program. Depends on the JDK alone, like the rest of the fake carrier, and on programs of the system: the server's own start
 * script, {@code haproxy}, {@code kill}.
 */
package io.arcline.faketwilio.chaos;
