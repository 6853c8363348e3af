/**
 * Many calls at once, and how long a server lets them wait: one thread drives thousands of relay sockets without blocking.
 *
 * <p>{@link io.arcline.faketwilio.load.LoadGenerator} is the program. A {@link io.arcline.faketwilio.load.Script} says what
 * the callers do and what they may be answered; every reply is checked against it while the time is taken. Knows the parts
 * of the fake Twilio that speak its protocol; must not know how a line plays speech, for nothing is played here.
 */
package io.arcline.faketwilio.load;
