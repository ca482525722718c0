package sporeloop.viewer.canvas;

import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.opengl.GL33C.*;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFWErrorCallback;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.Library;
import org.lwjgl.system.Platform;

/**
 * What is drawn on: a window, or a picture in memory on a machine without screen and graphics card.
 * Made and used by the process's first thread.
 */
public final class Surface implements AutoCloseable {
    private static final String INSTALL =
            "On Debian install libgl1, libegl1 and libgl1-mesa-dri, which also draw without a graphics"
                    + " card.";

    private final long window;
    private final boolean hidden;
    private int framebuffer;
    private int renderbuffer;
    private int width;
    private int height;
    private @Nullable ByteBuffer pixels;

    private Surface(long window, boolean hidden) {
        this.window = window;
        this.hidden = hidden;
    }

    /**
     * Opens a window.
     *
     * @throws UnavailableException in one sentence, if there is no display or no OpenGL 3.3
     */
    public static Surface window(String title, int width, int height) {
        String why = start(false);
        if (why != null) {
            throw new UnavailableException(
                    "There is no display here, so there is no window ("
                            + why
                            + "): ./sporeloop render makes films and pictures without one.");
        }
        Surface surface = create(title, width, height, false);
        glfwSwapInterval(1);
        return surface;
    }

    /**
     * A picture in memory, with no display.
     *
     * @throws UnavailableException in one sentence, if there is no OpenGL 3.3
     */
    public static Surface memory(int width, int height) {
        String why = start(true);
        if (why != null) {
            throw new UnavailableException("Nothing can be drawn here: " + why + ". " + INSTALL);
        }
        Surface surface = create("", width, height, true);
        surface.width = width;
        surface.height = height;
        surface.framebuffer = glGenFramebuffers();
        surface.renderbuffer = glGenRenderbuffers();
        glBindRenderbuffer(GL_RENDERBUFFER, surface.renderbuffer);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, surface.framebuffer);
        glFramebufferRenderbuffer(
                GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, surface.renderbuffer);
        return surface;
    }

    /** Loads the native library, which LWJGL unpacks into a folder for temporary files. */
    private static void load() {
        Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream()));
        try {
            Library.initialize();
        } catch (LinkageError | InternalError missing) {
            throw new UnavailableException(
                    "The library that draws can't be unpacked or loaded ("
                            + firstLine(missing)
                            + "). Make "
                            + System.getProperty("java.io.tmpdir")
                            + " writable, with 10 MB to spare.");
        }
    }

    private static String firstLine(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("it does not say why");
    }

    /** Starts GLFW; says why it does not. */
    private static @Nullable String start(boolean hidden) {
        load();
        StringBuilder why = new StringBuilder();
        try (GLFWErrorCallback listen = listener(why)) {
            glfwSetErrorCallback(listen);
            if (hidden) {
                glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_NULL);
            } else if (Platform.get() == Platform.LINUX) {
                boolean x = System.getenv("DISPLAY") != null;
                boolean wayland = System.getenv("WAYLAND_DISPLAY") != null;
                if (!x && !wayland) {
                    return "neither DISPLAY nor WAYLAND_DISPLAY is set";
                }
                // X where there is one: its windows have frames everywhere.
                glfwInitHint(GLFW_PLATFORM, x ? GLFW_PLATFORM_X11 : GLFW_PLATFORM_WAYLAND);
            }
            boolean started = glfwInit();
            glfwSetErrorCallback(null);
            return started ? null : told(why);
        } catch (LinkageError missing) {
            return firstLine(missing);
        }
    }

    private static Surface create(String title, int width, int height, boolean hidden) {
        glfwDefaultWindowHints();
        glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_API);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        if (hidden) {
            glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
        } else {
            glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
        }
        StringBuilder why = new StringBuilder();
        try (GLFWErrorCallback listen = listener(why)) {
            glfwSetErrorCallback(listen);
            long window = glfwCreateWindow(width, height, title, 0, 0);
            glfwSetErrorCallback(null);
            if (window == 0) {
                glfwTerminate();
                throw new UnavailableException(
                        "OpenGL 3.3 is needed, but is not to be had here: "
                                + told(why)
                                + ". "
                                + INSTALL);
            }
            glfwMakeContextCurrent(window);
            GL.createCapabilities();
            return new Surface(window, hidden);
        }
    }

    private static GLFWErrorCallback listener(StringBuilder why) {
        return GLFWErrorCallback.create(
                (error, description) -> {
                    if (why.isEmpty()) {
                        why.append(GLFWErrorCallback.getDescription(description));
                    }
                });
    }

    private static String told(StringBuilder why) {
        return why.isEmpty() ? "GLFW does not say why" : why.toString();
    }

    /** GLFW's handle, for its keys and its mouse; the window of a picture in memory gets none. */
    public long window() {
        return window;
    }

    /** Takes up the window's present size; whether it is another than before. */
    public boolean measure() {
        if (hidden) {
            return false;
        }
        int[] w = new int[1];
        int[] h = new int[1];
        glfwGetFramebufferSize(window, w, h);
        boolean other = w[0] != width || h[0] != height;
        width = Math.max(1, w[0]);
        height = Math.max(1, h[0]);
        return other;
    }

    /** Width in pixels. */
    public int width() {
        return width;
    }

    /** Height in pixels. */
    public int height() {
        return height;
    }

    /** Pixels of a unit of the lay-out on this screen. */
    public double scale() {
        if (hidden) {
            return 1;
        }
        float[] x = new float[1];
        float[] y = new float[1];
        glfwGetWindowContentScale(window, x, y);
        return Math.max(1, x[0]);
    }

    /** Shows what was drawn. */
    public void show() {
        if (!hidden) {
            glfwSwapBuffers(window);
        }
    }

    /** Reads what was drawn and not yet shown: 0xAARRGGBB, row by row from the top, all opaque. */
    public int[] read(int @Nullable [] into) {
        int count = width * height;
        ByteBuffer raw = pixels;
        if (raw == null || raw.capacity() < 4 * count) {
            raw = ByteBuffer.allocateDirect(4 * count).order(ByteOrder.LITTLE_ENDIAN);
            pixels = raw;
        }
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, raw.clear());
        int[] argb = into == null || into.length != count ? new int[count] : into;
        for (int row = 0; row < height; row++) {
            int from = 4 * (height - 1 - row) * width;
            for (int column = 0; column < width; column++) {
                int rgba = raw.getInt(from + 4 * column);
                argb[row * width + column] =
                        0xFF000000 | (rgba & 0xFF) << 16 | (rgba & 0xFF00) | (rgba >>> 16 & 0xFF);
            }
        }
        return argb;
    }

    /** Who draws: the name of the graphics card or of the software in its place. */
    public String renderer() {
        return String.valueOf(glGetString(GL_RENDERER));
    }

    @Override
    public void close() {
        if (hidden) {
            glDeleteFramebuffers(framebuffer);
            glDeleteRenderbuffers(renderbuffer);
        }
        glfwDestroyWindow(window);
        glfwTerminate();
        GL.setCapabilities(null);
    }
}
