/**
 * What every page is made of: templates that escape, files that browsers keep, the headers that keep foreign scripts out. Knows no
 * other package; packed into both web modules.
 */
package io.arcline.web.file;
