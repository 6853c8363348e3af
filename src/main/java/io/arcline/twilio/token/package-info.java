/**
 * Which relay tokens were used, remembered for all servers in their database. Knows JDBC; must not know requests, sockets or
 * calls.
 */
package io.arcline.twilio.token;
