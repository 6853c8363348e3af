/**
 * The figures that CloudWatch makes metrics of, by lines in the log. Knows of calls what they tell observers, and not how
 * often it is asked itself.
 */
package io.arcline.ops.figures;
