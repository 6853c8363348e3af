package io.arcline.faketwilio.chaos;

import java.nio.file.Path;
import java.util.Map;

/**
 * Which servers, and how they run.
 *
 * @param liberty the folder of the runtime, with {@code bin/server}
 * @param serverName of the server in it
 * @param work a folder for everything that the servers write
 * @param jvmArgs of the servers, may be ""
 * @param environment of all servers besides what the fleet sets itself
 */
public record FleetSettings(
        Path liberty, String serverName, Path work, String jvmArgs, Map<String, String> environment) {
    public FleetSettings {
        environment = Map.copyOf(environment);
    }
}
