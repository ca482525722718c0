package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateBufferTest {
    @Property(tries = 200)
    void itWritesWhatADataOutputStreamDoes(
            @ForAll long[] longs,
            @ForAll double[] doubles,
            @ForAll String text,
            @ForAll byte[] bytes,
            @ForAll int number,
            @ForAll boolean flag)
            throws IOException {
        StateBytes.Part part =
                out -> write(out, longs, doubles, text.replace('\0', ' '), bytes, number, flag);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        part.save(new DataOutputStream(plain));
        StateBuffer buffer = new StateBuffer().fill(part);
        assertArrayEquals(plain.toByteArray(), buffer.toByteArray());
        assertArrayEquals(plain.toByteArray(), buffer.fill(part).toByteArray(), "filled again");
    }

    private static void write(
            DataOutput out,
            long[] longs,
            double[] doubles,
            String text,
            byte[] bytes,
            int number,
            boolean flag)
            throws IOException {
        for (long value : longs) {
            out.writeLong(value);
        }
        for (double value : doubles) {
            out.writeDouble(value);
            out.writeFloat((float) value);
        }
        out.writeBoolean(flag);
        out.writeUTF(text);
        out.writeChars(text);
        out.writeBytes(text);
        out.write(bytes);
        out.writeInt(number);
        out.writeShort(number);
        out.writeChar(number);
        out.writeByte(number);
        out.write(number);
    }

    @Test
    void oneThatHasGrownAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        StateBytes.Part part =
                out -> {
                    for (int k = 0; k < 20_000; k++) {
                        out.writeDouble(k);
                    }
                };
        StateBuffer buffer = new StateBuffer();
        long spent = Long.MAX_VALUE;
        for (int trial = 0; trial < 40; trial++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            buffer.fill(part);
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            spent = Math.min(spent, after - before);
        }
        assertEquals(0, spent);
    }
}
