/**
 * Who may talk to the public port: Twilio by its signature, in development without a token the same machine. Knows requests and
 * signatures; must not know what is done with a request that is trusted.
 */
package io.arcline.twilio.trust;
