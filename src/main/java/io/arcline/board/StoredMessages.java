package io.arcline.board;

import io.arcline.hotline.errand.ErrandFailedException;
import io.arcline.hotline.errand.ScrappyMessages;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Callers' messages in the table {@code scrappy_messages}. */
@ApplicationScoped
public class StoredMessages implements ScrappyMessages {
    @Inject
    ScrappyMessageTable table;

    @Override
    public void store(UUID id, String content) {
        try {
            table.insert(new ScrappyMessage(id, content));
        } catch (EntityExistsException stored) {
            // The same errand, run again after its outcome got lost: it is stored, once.
        } catch (DataException away) {
            throw new ErrandFailedException("the message was not stored", away);
        }
    }
}
