/**
 * What the server counts and measures, as MicroProfile Metrics: the only place that knows them. The other rooms report to small
 * ports ({@link io.arcline.call.CallObserver}) or keep numbers that are read here.
 */
package io.arcline.ops.meter;
