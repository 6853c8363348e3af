/** The services that ARC Line talks to, as stand-ins on loopback that speak their real protocols and do what a test says. */
package io.arcline.standin;
