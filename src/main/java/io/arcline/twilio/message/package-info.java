/** Text messages by Twilio's REST API. Knows the dialog's port for them; must not know calls, sockets or the database. */
package io.arcline.twilio.message;
