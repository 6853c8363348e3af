/**
 * The dialog over text messages: what callers text to the hotline's number, and what Twilio reports of what was texted to them. Knows the
 * dialog, its errands and the tables of text messages; must not know live calls or sockets.
 */
package io.arcline.twilio.sms;
