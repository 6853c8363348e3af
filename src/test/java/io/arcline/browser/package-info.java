/** A headless Chromium, by its DevTools protocol: what the pages' tests look at the pages with. Knows no class of the server. */
package io.arcline.browser;
