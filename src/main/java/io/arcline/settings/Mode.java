package io.arcline.settings;

/** How strict the server is. */
public enum Mode {
    /** What is missing has a stand-in: an embedded database, scripted answers, unsigned requests from this machine. */
    DEVELOPMENT,
    /** What is missing ends the start. */
    PRODUCTION;

    /** Anything but "production", in capitals or not, is development. */
    public static Mode parse(String text) {
        return text.equalsIgnoreCase("production") ? PRODUCTION : DEVELOPMENT;
    }
}
