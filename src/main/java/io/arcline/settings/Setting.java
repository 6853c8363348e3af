package io.arcline.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operator has to know of a setting, on the component of a record that holds its value. The component's type
 * is {@code String}, {@code int}, {@code long}, {@code boolean}, {@code Duration}, {@code URI}, {@code Path}, an
 * enum, {@link Secret}, {@code List<String>}, a type with a method {@code public static T parse(String)}, or {@code
 * Optional} of one of these. A value that is empty or blank counts as not set.
 *
 * <p>{@code parse} refuses a value by an {@code IllegalArgumentException} whose message goes on after the value, such
 * as "has no host"; a record's constructor refuses a combination by one whose message is a whole line.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** The environment variable. */
    String name();

    /** What it does, one sentence. */
    String about();

    /** What a plain number counts; for a {@code Duration} one of milliseconds, seconds, minutes, hours, days. */
    String unit() default "";

    /** The value where none is set, as it would be written; "" only for {@code Optional} and {@code List}. */
    String defaultValue() default "";

    /** In words, what happens where none is set and there is no fixed default. */
    String otherwise() default "";

    /** Whether nobody may see the value: not in a log, not in a message about a mistake. */
    boolean secret() default false;

    /** Whether a change counts at once, in a server that runs; else from its next start. */
    boolean atOnce() default false;

    /** The least number, in the unit. */
    long min() default Long.MIN_VALUE;

    /** The greatest number, in the unit. */
    long max() default Long.MAX_VALUE;

    /** A regular expression that the whole text has to match; each element of a list. */
    String pattern() default "";

    /** What the pattern asks for, to go on after "is not", such as "a phone number like +442079460000". */
    String patternMeans() default "";
}
