package sporeloop.bridge;

import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The state of a part as bytes, to travel in a message and to be filled again: once it has grown, a
 * further state of the same size allocates nothing. Writes what a {@link DataOutputStream} would, but
 * a number in one piece: the loop stands still meanwhile.
 *
 * <p>Not thread-safe; belongs to one at a time.
 */
public final class StateBuffer extends OutputStream implements DataOutput {
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    /** Replaces the contents by what {@code part} writes. */
    public StateBuffer fill(StateBytes.Part part) {
        length = 0;
        try {
            part.save(this);
        } catch (IOException e) {
            throw new UncheckedIOException("A state can't be written to memory.", e);
        }
        return this;
    }

    /** Writes the contents. */
    public void copyTo(DataOutput out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** A copy of the contents. */
    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** The place of the next {@code count} bytes. */
    private int room(int count) {
        if (count > bytes.length - length) {
            long wanted = Math.max(2L * bytes.length, (long) length + count);
            if ((long) length + count > LARGEST) {
                throw new OutOfMemoryError("a state of more than 2 GB");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, wanted));
        }
        int at = length;
        length += count;
        return at;
    }

    @Override
    public void write(int value) {
        int at = room(1);
        bytes[at] = (byte) value;
    }

    @Override
    public void write(byte[] from) {
        write(from, 0, from.length);
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        int at = room(count);
        System.arraycopy(from, offset, bytes, at, count);
    }

    @Override
    public void writeBoolean(boolean value) {
        write(value ? 1 : 0);
    }

    @Override
    public void writeByte(int value) {
        write(value);
    }

    @Override
    public void writeShort(int value) {
        int at = room(2);
        SHORT.set(bytes, at, (short) value);
    }

    @Override
    public void writeChar(int value) {
        writeShort(value);
    }

    @Override
    public void writeInt(int value) {
        int at = room(4);
        INT.set(bytes, at, value);
    }

    @Override
    public void writeLong(long value) {
        int at = room(8);
        LONG.set(bytes, at, value);
    }

    @Override
    public void writeFloat(float value) {
        writeInt(Float.floatToIntBits(value));
    }

    @Override
    public void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    @Override
    public void writeBytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            write(text.charAt(i));
        }
    }

    @Override
    public void writeChars(String text) {
        for (int i = 0; i < text.length(); i++) {
            writeChar(text.charAt(i));
        }
    }

    @Override
    public void writeUTF(String text) throws IOException {
        new DataOutputStream(this).writeUTF(text);
    }
}
