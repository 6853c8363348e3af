package io.arcline.faketwilio.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One TCP connection of a {@link Loop}. What arrives and cannot be used yet is kept until more is there. */
final class Connection {
    private static final byte[] NOTHING = new byte[0];

    private final SocketChannel channel;
    private final Receiver receiver;
    private SelectionKey key;
    private byte[] kept = NOTHING;
    private ByteBuffer unsent;
    private boolean open = true;

    /** Who is told what happens on a connection, on the loop's thread. */
    interface Receiver {
        void connected();

        /** Takes as much of the bytes as it can use; the rest comes again with more behind it. */
        void received(ByteBuffer bytes);

        /** The other side has closed, or the connection is broken; not called after {@link Connection#close}. */
        void lost(String why);
    }

    Connection(SocketChannel channel, Receiver receiver) {
        this.channel = channel;
        this.receiver = receiver;
    }

    void register(Selector selector) throws IOException {
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    void ready(ByteBuffer input) {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                receiver.connected();
            } else if (key.isReadable()) {
                read(input);
            } else if (key.isWritable()) {
                write(unsent);
            }
        } catch (IOException broken) {
            fail(String.valueOf(broken.getMessage()));
        }
    }

    private void read(ByteBuffer input) throws IOException {
        input.clear().put(kept);
        if (channel.read(input) < 0) {
            fail("the server closed the connection");
            return;
        }
        input.flip();
        receiver.received(input);
        kept = NOTHING;
        if (input.hasRemaining()) {
            if (input.remaining() == input.capacity()) {
                fail("more than " + input.capacity() + " bytes of one message");
                return;
            }
            kept = new byte[input.remaining()];
            input.get(kept);
        }
    }

    /** Sends bytes; what does not go out at once is sent as soon as it can be. The buffer belongs to the connection until then. */
    void send(ByteBuffer bytes) {
        if (!open) {
            return;
        }
        try {
            if (unsent != null) {
                ByteBuffer both = ByteBuffer.allocate(unsent.remaining() + bytes.remaining());
                unsent = both.put(unsent).put(bytes).flip();
            } else {
                write(bytes);
            }
        } catch (IOException broken) {
            fail(String.valueOf(broken.getMessage()));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        if (!bytes.hasRemaining()) {
            if (unsent != null) {
                unsent = null;
                key.interestOps(SelectionKey.OP_READ);
            }
        } else if (unsent == null) {
            ByteBuffer own = ByteBuffer.allocate(bytes.remaining());
            unsent = own.put(bytes).flip();
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    /** Closes it without telling the receiver. */
    void close() {
        open = false;
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            open = false;
        }
    }

    boolean isOpen() {
        return open;
    }

    private void fail(String why) {
        if (open) {
            close();
            receiver.lost(why);
        }
    }
}
