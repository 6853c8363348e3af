package io.arcline.board;

import io.arcline.database.Storable;
import io.arcline.hotline.errand.ErrandFailedException;
import io.arcline.hotline.errand.ScrappyMessages;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Callers' messages in the table {@code scrappy_messages}. */
@ApplicationScoped
public class StoredMessages implements ScrappyMessages {
    @Inject
    ScrappyMessageTable table;

    @Inject
    Patience patience;

    @Override
    public void store(UUID id, String content) {
        ScrappyMessage message = new ScrappyMessage(id, Storable.text(content));
        try {
            patience.ask(() -> insert(message));
        } catch (DataException | FaultToleranceException away) {
            throw new ErrandFailedException("the message was not stored", away);
        }
    }

    private Boolean insert(ScrappyMessage message) {
        try {
            table.insert(message);
            return true;
        } catch (EntityExistsException stored) {
            // The same errand, run again after its outcome got lost: it is stored, once.
            return false;
        }
    }
}
