/**
 * The relay's frames: the server's ones read as strictly as Twilio reads them, Twilio's ones written as they were
 * recorded.
 *
 * <p>An own reader and an own writer, on purpose: the server's codec is what they are there to check. Knows no sockets.
 */
package io.arcline.faketwilio.wire;
