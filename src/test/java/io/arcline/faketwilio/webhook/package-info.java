/**
 * The carrier's HTTP requests: which fields they carry, how they are signed, where they really go.
 *
 * <p>Written from Twilio's documentation and from recorded calls alone, without the server's code, so that a mistake
 * there is not repeated here. Knows nothing of the relay or of TwiML.
 */
package io.arcline.faketwilio.webhook;
