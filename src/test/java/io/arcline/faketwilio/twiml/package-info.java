/**
 * TwiML as the carrier reads it: the verbs that a relay's server answers with, and what in them would not work.
 *
 * <p>Reads strictly and reports what Twilio passes over in silence, such as a misspelt attribute. Knows nothing of
 * sockets.
 */
package io.arcline.faketwilio.twiml;
