package io.arcline.ops.mbean;

import java.util.Map;

/** The relay's door and sockets on this server, for operators. */
@Described("The relay's door and sockets on this server.")
public interface RelayMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Relay";

    @Described("Sockets that are open.")
    int getOpenSockets();

    @Described("What was refused since the start, by reason.")
    Map<String, Long> getRefused();
}
