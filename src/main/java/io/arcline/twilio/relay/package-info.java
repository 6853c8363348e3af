/**
 * The messages of Twilio's ConversationRelay socket: what Twilio sends ({@link io.arcline.twilio.relay.Inbound}), what
 * we send ({@link io.arcline.twilio.relay.Outbound}), one codec each way, and the one-time token that lets a socket in.
 *
 * <p>The frames are published as a JSON Schema beside these classes, {@code conversationrelay.schema.json}.
 *
 * <p>Plain Java: it must not know the container, sockets, sessions, calls or the dialog, and it does not log.
 */
package io.arcline.twilio.relay;
