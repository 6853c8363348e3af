package io.arcline.management.console;

import io.arcline.web.file.FileServlet;
import io.arcline.web.file.StaticFiles;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Puts the console at the root of the management port. Named in the module's web.xml and not by annotation: the classes are on the
 * public module's class path too.
 */
public class ConsolePages implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        StaticFiles files = new StaticFiles(
                "/console",
                ConsolePages.class,
                "console.css",
                "console.js",
                "api.js",
                "calls.js",
                "moderation.js",
                "charts.js");
        context.addServlet("console", new ConsolePage(files)).addMapping("");
        context.addServlet("console-files", new FileServlet(files)).addMapping("/console/*");
    }
}
