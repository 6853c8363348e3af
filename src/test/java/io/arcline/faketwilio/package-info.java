/**
 * A fake Twilio: calls a ConversationRelay server the way the carrier does, and checks everything that it answers.
 *
 * <p>{@link io.arcline.faketwilio.FakeTwilio#dial} starts a {@link io.arcline.faketwilio.FakeCall}, which fetches the
 * server's TwiML with a signed request, follows it, opens the relay's socket, speaks the protocol with Twilio's order
 * of events, posts the action and follows its answer. {@link io.arcline.faketwilio.TerminalPhone} is the same as a
 * program.
 *
 * <p>Depends on the JDK and on JSON-P alone (the load generator: on HdrHistogram, too), and must not know a class of the server that it tests: what both took from
 * one place, a test could not find wrong.
 */
package io.arcline.faketwilio;
