/** What fake callers said and where they called from, over all calls of a JVM. Knows nothing of calls. */
package io.arcline.faketwilio.callers;
