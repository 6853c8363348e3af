package io.arcline.settings;

/**
 * The name under which Twilio reaches the server.
 *
 * @param host a host name, with ":port" where it is not the scheme's own
 */
public record Domain(String host) {
    /** What deployments write before they know the name. */
    public static final String PLACEHOLDER = "placeholder";

    private static final String HOST = "(?=.{1,253}(:|$))[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
            + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\\.?(:\\d{1,5})?";

    /** A plain name such as {@code hotline.example.com}, without scheme and path; in lower case afterwards. */
    public static Domain parse(String text) {
        if (!text.matches(HOST)) {
            throw new IllegalArgumentException(
                    "is not a host name like hotline.example.com, without https:// and" + " without a path");
        }
        return new Domain(text.toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether the name is still to come. */
    public boolean placeholder() {
        return host.equals(PLACEHOLDER);
    }
}
