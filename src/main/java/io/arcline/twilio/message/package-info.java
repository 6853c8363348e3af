/**
 * Text messages by Twilio's REST API, each sent once, and what became of them. Knows the dialog's port for them and the tables that
 * they are written down in; must not know calls or sockets.
 */
package io.arcline.twilio.message;
