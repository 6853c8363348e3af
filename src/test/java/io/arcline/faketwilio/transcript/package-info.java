/**
 * What happened in a call, in order: for a person to read when a test fails, and for programs that follow a call live.
 */
package io.arcline.faketwilio.transcript;
