package io.arcline.server;

import io.arcline.call.Switchboard;
import io.arcline.settings.Settings;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.web.board.BoardPage;
import io.arcline.web.board.BoardServlet;
import io.arcline.web.board.LatestPosts;
import io.arcline.web.board.LiveBoard;
import io.arcline.web.board.LiveServlet;
import io.arcline.web.file.FileServlet;
import io.arcline.web.file.StaticFiles;
import io.arcline.web.phone.PhonePage;
import io.arcline.web.phone.PhoneServlet;
import io.arcline.web.phone.Understood;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Puts the pages where they are: the board in front in production, and behind the browser phone in development. */
public class WebPages implements ServletContextListener {
    @Inject
    Configuration configuration;

    @Inject
    LatestPosts posts;

    @Inject
    LiveBoard live;

    @Inject
    Switchboard switchboard;

    @Inject
    RelayDesk relay;

    @Inject
    Present present;

    @Resource
    ManagedScheduledExecutorService clock;

    private ScheduledFuture<?> ticking;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Settings settings = configuration.settings();
        boolean production = settings.server().production();
        StaticFiles files = new StaticFiles("/files", BoardPage.class, "board.css", "board.js");
        BoardPage page = new BoardPage(files, settings.twilio().phoneNumber(), !production);
        add(context, "files", new FileServlet(files), "/files/*");
        add(
                context,
                "board",
                new BoardServlet(page, posts),
                production ? new String[] {"", "/board"} : new String[] {"/board"});
        add(context, "board-live", new LiveServlet(live), "/board/live").setAsyncSupported(true);
        if (!production) {
            phone(context);
        }
        ticking = clock.scheduleWithFixedDelay(live::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void phone(ServletContext context) {
        StaticFiles files = PhonePage.files("/phone/files");
        add(context, "phone", new PhonePage(files), "");
        add(context, "phone-files", new FileServlet(files), "/phone/files/*");
        add(context, "phone-calls", new PhoneServlet(switchboard, relay, new Understood(present::dialog)), "/phone/*");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ticking.cancel(false);
    }

    private static ServletRegistration.Dynamic add(
            ServletContext context, String name, HttpServlet servlet, String... paths) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.addMapping(paths);
        return registration;
    }
}
