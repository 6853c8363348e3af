/** The figures that CloudWatch makes metrics of, by lines in the log. Knows neither the calls nor how often it is asked. */
package io.arcline.ops.figures;
