package io.arcline.deployment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that run other programs; skipped, with a line that says so, where one of these commands does not work. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Tried.class)
@interface Needs {
    /** Commands, with spaces between their words. */
    String[] value();

    /** Tries them before the first test. */
    final class Tried implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext tests) {
            for (String command :
                    tests.getRequiredTestClass().getAnnotation(Needs.class).value()) {
                Command.require(command.split(" "));
            }
        }
    }
}
