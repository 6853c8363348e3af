/**
 * The operators' API: a web module of its own on the management port, behind authentication. Knows the running application by
 * its MXBeans only ({@link io.arcline.ops.mbean}); must not know calls, the dialog or the carrier.
 */
package io.arcline.management;
