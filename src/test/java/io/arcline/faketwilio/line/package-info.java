/**
 * The line between the caller and the relay's socket, with the physics that Twilio gives it: a play queue with a
 * speaking rate, barge-in, recognition that takes time.
 *
 * <p>From recorded calls where there are some, from Twilio's documentation otherwise. Knows one session on one socket;
 * nothing of webhooks and TwiML documents.
 */
package io.arcline.faketwilio.line;
