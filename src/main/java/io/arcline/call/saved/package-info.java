/**
 * Where calls stand, kept in the table {@code calls} so that another server can go on with them: written for many calls at once
 * without making any of them wait, and read when a call comes back. Knows JDBC; must not know the dialog or what a state holds.
 */
package io.arcline.call.saved;
