/**
 * What Twilio is answered: the TwiML that connects a call to the relay, spoken lines, and what to do when a relay
 * session has ended.
 *
 * <p>Built with twilio-java. It must not know servlets, sockets, calls or the dialog; what it is given may hold
 * anything, and the XML is well-formed all the same.
 */
package io.arcline.twilio.twiml;
