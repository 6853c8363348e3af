/**
 * Recorded calls: what Twilio really sent, read from the wire's log and sent again to a server, in the recorded order
 * and, scaled, in the recorded time.
 */
package io.arcline.faketwilio.replay;
