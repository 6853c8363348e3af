/**
 * The settings that operators give by environment variables: typed, one record for each concern, checked at start-up
 * all at once. Must not know what the settings are used for; plain Java without injection. Other packages may declare
 * groups of their own with {@link io.arcline.settings.Setting} and read them by the same {@link
 * io.arcline.settings.SettingsReader}.
 */
package io.arcline.settings;
