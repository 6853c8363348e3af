/**
 * What every page is made of: templates that escape, files that browsers keep, headers that keep foreign scripts out, failures that
 * tell nothing of the server. Knows no
 * other package; packed into both web modules.
 */
package io.arcline.web.file;
