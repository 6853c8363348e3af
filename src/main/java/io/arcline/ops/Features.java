package io.arcline.ops;

/** Which of Liberty's features this server has: what a task may do without is not there to be named in code that always runs. */
public final class Features {
    private Features() {}

    /** @param type the full name of a type of the feature's API, which is not initialised by asking */
    public static boolean has(String type) {
        try {
            Class.forName(type, false, Features.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException withoutIt) {
            return false;
        }
    }
}
