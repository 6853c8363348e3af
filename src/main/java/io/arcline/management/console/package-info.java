/** The operators' console: one page over the operators' API. Knows nothing but its files. */
package io.arcline.management.console;
