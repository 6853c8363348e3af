/** Tests of the running server from outside: real Liberty, real PostgreSQL, real sockets, and the fake Twilio for a caller. */
package io.arcline.system;
