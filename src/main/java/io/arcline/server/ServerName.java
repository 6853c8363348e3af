package io.arcline.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this server is called among others: for people, in tables and log lines. */
final class ServerName {
    private ServerName() {}

    /** Host and process; on Fargate the host is the task's. */
    static String ofThisProcess() {
        long process = ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + "/" + process;
        } catch (UnknownHostException nameless) {
            return "server/" + process;
        }
    }
}
