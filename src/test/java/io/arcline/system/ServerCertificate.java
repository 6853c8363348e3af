package io.arcline.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate for {@code localhost}, made by the JDK's keytool.
 *
 * @param pem the file that clients trust it by
 */
record ServerCertificate(SSLContext context, Path pem) {
    private static final String PASSWORD = "changeit";

    /** The file that JVMs trust it by, as options of theirs. */
    String trusting() {
        return "-Djavax.net.ssl.trustStore=" + store(pem.getParent()).toAbsolutePath()
                + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    private static Path store(Path folder) {
        return folder.resolve("localhost.p12");
    }

    static ServerCertificate in(Path folder) throws IOException {
        Path store = store(folder);
        keytool(
                "-genkeypair -keyalg EC -alias localhost -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1"
                        + " -ext bc:critical=ca:true -validity 2 -storetype PKCS12 -storepass " + PASSWORD,
                store);
        try (InputStream file = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            byte[] certificate = keys.getCertificate("localhost").getEncoded();
            Path pem = Files.writeString(
                    folder.resolve("localhost.pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                            + "\n-----END CERTIFICATE-----\n");
            return new ServerCertificate(context, pem);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void keytool(String arguments, Path store) throws IOException {
        try {
            Process keytool = new ProcessBuilder((Path.of(System.getProperty("java.home"), "bin", "keytool") + " "
                                    + arguments + " -keystore " + store)
                            .split(" "))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes());
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
