/** Puts the rooms together: what is made from what, what is started at the start and stopped at the end. Knows every room. */
package io.arcline.server;
