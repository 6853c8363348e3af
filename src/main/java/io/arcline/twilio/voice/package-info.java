/**
 * Twilio's voice webhooks: the TwiML that connects a call to the relay, and the action after it. Knows whether a line is free;
 * must not know the dialog or the database.
 */
package io.arcline.twilio.voice;
