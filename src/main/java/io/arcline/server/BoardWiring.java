package io.arcline.server;

import io.arcline.board.PublicPosts;
import io.arcline.call.Switchboard;
import io.arcline.web.board.LatestPosts;
import io.arcline.web.board.LiveBoard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what the public reads of the board. */
@ApplicationScoped
public class BoardWiring {
    @Produces
    @Singleton
    LatestPosts latest(PublicPosts posts) {
        return new LatestPosts(posts);
    }

    @Produces
    @Singleton
    LiveBoard live(LatestPosts posts, Configuration configuration, Switchboard switchboard) {
        return new LiveBoard(posts, configuration.settings().board().mostReaders(), switchboard::isOpen);
    }
}
