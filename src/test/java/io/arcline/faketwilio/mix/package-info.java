/**
 * Many scripted calls at a time, the same ones for the same seed, and the account of what the hotline acknowledged: to
 * be compared with what it stored. Knows the hotlines' keys and names as a caller does, and nothing else of the server.
 */
package io.arcline.faketwilio.mix;
