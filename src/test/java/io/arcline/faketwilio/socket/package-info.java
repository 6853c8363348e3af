/**
 * WebSocket (RFC 6455) on plain sockets: strict about what the other side sends, free in what it sends itself.
 *
 * <p>The JDK's own client cannot close with 1007, 1002 or 1009, set {@code Host}, or vanish without a close frame, and
 * the carrier does all of these. Knows nothing of calls or of Twilio.
 */
package io.arcline.faketwilio.socket;
