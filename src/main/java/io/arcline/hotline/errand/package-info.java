/**
 * What the dialog needs from the outside, as ports, and the one place that runs an errand against them. The stores, the
 * assistant and the carrier implement the ports; nothing here knows how.
 */
package io.arcline.hotline.errand;
