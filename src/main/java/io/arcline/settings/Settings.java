package io.arcline.settings;

import java.util.List;

/** All groups of this package. */
public record Settings(
        ServerSettings server,
        TwilioSettings twilio,
        DatabaseSettings database,
        OperatorSettings operator,
        OpenIdSettings openId,
        AssistantSettings assistant,
        CallSettings calls,
        ResilienceSettings resilience,
        JournalSettings journal,
        BoardSettings board,
        FiguresSettings figures,
        FeatureSettings features) {
    /** The groups in the order in which they are documented and reported. */
    public static final List<Class<? extends Record>> GROUPS = List.of(
            ServerSettings.class,
            TwilioSettings.class,
            DatabaseSettings.class,
            OperatorSettings.class,
            OpenIdSettings.class,
            AssistantSettings.class,
            CallSettings.class,
            ResilienceSettings.class,
            JournalSettings.class,
            BoardSettings.class,
            FiguresSettings.class,
            FeatureSettings.class);

    /** Reads them all; {@link StartupChecks} says whether the server may start with them. */
    public static Settings read(SettingsReader reader) {
        return new Settings(
                reader.read(ServerSettings.class),
                reader.read(TwilioSettings.class),
                reader.read(DatabaseSettings.class),
                reader.read(OperatorSettings.class),
                reader.read(OpenIdSettings.class),
                reader.read(AssistantSettings.class),
                reader.read(CallSettings.class),
                reader.read(ResilienceSettings.class),
                reader.read(JournalSettings.class),
                reader.read(BoardSettings.class),
                reader.read(FiguresSettings.class),
                reader.read(FeatureSettings.class));
    }
}
