package io.arcline.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record whose components are settings of one concern, each with {@link Setting}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SettingsGroup {
    /** The heading in the documentation. */
    String title();

    /** What the documentation says of the group, a sentence or two. */
    String about();
}
