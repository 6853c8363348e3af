/**
 * The browser phone: calls the hotline as Twilio would, and shows what happens behind it. In development only, and for this machine
 * only; where it is not registered nothing of it answers. Knows calls and meanings; must not know the database.
 */
package io.arcline.web.phone;
