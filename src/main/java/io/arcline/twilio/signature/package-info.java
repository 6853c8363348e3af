/**
 * Whether a request is Twilio's: the signatures of webhooks and of the relay's handshake, over the configured public
 * address.
 *
 * <p>Plain Java on JDK cryptography. It must not know servlets, sockets or configuration, and must never rebuild a URL
 * from what a proxy may have written into a request's headers.
 */
package io.arcline.twilio.signature;
