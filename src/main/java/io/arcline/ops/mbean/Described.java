package io.arcline.ops.mbean;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What operators read of an MBean, and of each attribute, operation and parameter of it, wherever they look at it by JMX. Stands for
 * the Javadoc where there is no more to say.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
public @interface Described {
    /** A sentence, with units. */
    String value();
}
