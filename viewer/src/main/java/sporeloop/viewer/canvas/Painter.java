package sporeloop.viewer.canvas;

import static org.lwjgl.opengl.GL33C.*;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Draws a canvas with OpenGL 3.3, in one call for each stretch of one kind. Belongs to the thread of its
 * context.
 */
public final class Painter implements AutoCloseable {
    private static final String VERTEX_SHADER =
            """
            #version 330 core
            layout(location = 0) in vec2 position;
            layout(location = 1) in vec2 place;
            layout(location = 2) in vec4 shape;
            layout(location = 3) in vec4 colour;
            uniform vec2 size;
            out vec2 at;
            flat out vec4 form;
            flat out vec4 ink;
            void main() {
                gl_Position = vec4(2.0 * position.x / size.x - 1.0, 1.0 - 2.0 * position.y / size.y, 0.0, 1.0);
                at = place;
                form = shape;
                ink = colour;
            }
            """;

    private static final String FRAGMENT_SHADER =
            """
            #version 330 core
            in vec2 at;
            flat in vec4 form;
            flat in vec4 ink;
            uniform sampler2D sheet;
            layout(location = 0) out vec4 colour;
            void main() {
                INK
            }
            """;

    /** What stands for INK. */
    private static final Map<Canvas.Ink, String> INKS =
            Map.of(
                    Canvas.Ink.FLAT,
                    "colour = ink;",
                    Canvas.Ink.SHAPE,
                    """
                    vec2 q = abs(at) - form.xy;
                    float distance = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - form.z;   // (1)
                    if (form.w > 0.0) {
                        distance = abs(distance) - 0.5 * form.w;                               // (2)
                    }
                    colour = vec4(ink.rgb, ink.a * clamp(0.5 - distance, 0.0, 1.0));           // (3)
                    """,
                    Canvas.Ink.GLYPH,
                    "colour = vec4(ink.rgb, ink.a * texelFetch(sheet, ivec2(at), 0).r);",
                    Canvas.Ink.PICTURE,
                    "colour = texelFetch(sheet, ivec2(at), 0);");

    /** A shader's program, and its uniform variable for the picture's size. */
    private record Program(int id, int size) {}

    private static final String MEND = ". Install another driver, or set LIBGL_ALWAYS_SOFTWARE=1.";

    private final Map<Canvas.Ink, Program> programs = new EnumMap<>(Canvas.Ink.class);
    private final int vertexArray;
    private final int vertexBuffer;
    private final int indexBuffer;
    private final int glyphTexture;
    private final int pictureTexture;

    /**
     * Builds the shaders.
     *
     * @throws UnavailableException in one sentence, if this OpenGL won't take them
     */
    public Painter() {
        this(VERTEX_SHADER, FRAGMENT_SHADER);
    }

    Painter(String vertexShader, String fragmentShader) {
        INKS.forEach(
                (ink, code) -> {
                    int program = program(vertexShader, fragmentShader.replace("INK", code));
                    glUseProgram(program);
                    int unit = ink == Canvas.Ink.PICTURE ? 1 : 0;
                    glUniform1i(glGetUniformLocation(program, "sheet"), unit);
                    programs.put(ink, new Program(program, glGetUniformLocation(program, "size")));
                });
        vertexArray = glGenVertexArrays();
        glBindVertexArray(vertexArray);
        vertexBuffer = glGenBuffers();
        indexBuffer = glGenBuffers();
        glBindBuffer(GL_ARRAY_BUFFER, vertexBuffer);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indexBuffer);
        attribute(0, 2, GL_FLOAT, false, 0);
        attribute(1, 2, GL_FLOAT, false, 8);
        attribute(2, 4, GL_FLOAT, false, 16);
        attribute(3, 4, GL_UNSIGNED_BYTE, true, 32);
        glyphTexture = texture(GL_R8, GL_RED, Glyphs.SIDE);
        pictureTexture = texture(GL_RGBA8, GL_RGBA, Pictures.SIDE);
    }

    private static int program(String vertexShader, String fragmentShader) {
        int program = glCreateProgram();
        glAttachShader(program, shader(GL_VERTEX_SHADER, vertexShader));
        glAttachShader(program, shader(GL_FRAGMENT_SHADER, fragmentShader));
        glLinkProgram(program);
        if (glGetProgrami(program, GL_LINK_STATUS) == GL_FALSE) {
            throw new UnavailableException(
                    "OpenGL here does not link the window's shaders: "
                            + firstLine(glGetProgramInfoLog(program))
                            + MEND);
        }
        return program;
    }

    private static void attribute(int index, int parts, int type, boolean share, long offset) {
        glVertexAttribPointer(index, parts, type, share, Canvas.VERTEX_BYTES, offset);
        glEnableVertexAttribArray(index);
    }

    private static int shader(int type, String source) {
        int shader = glCreateShader(type);
        glShaderSource(shader, source);
        glCompileShader(shader);
        if (glGetShaderi(shader, GL_COMPILE_STATUS) == GL_FALSE) {
            throw new UnavailableException(
                    "OpenGL here does not compile the window's shaders: "
                            + firstLine(glGetShaderInfoLog(shader))
                            + MEND);
        }
        return shader;
    }

    private static String firstLine(String log) {
        return log.lines().findFirst().orElse("it does not say why").strip();
    }

    private static int texture(int internal, int format, int side) {
        int texture = glGenTextures();
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glTexImage2D(
                GL_TEXTURE_2D,
                0,
                internal,
                side,
                side,
                0,
                format,
                GL_UNSIGNED_BYTE,
                (ByteBuffer) null);
        return texture;
    }

    /** Draws everything on a background, into the framebuffer that is bound. */
    public void paint(Canvas canvas, int background) {
        Box whole = canvas.whole();
        int width = (int) whole.width();
        int height = (int) whole.height();
        glViewport(0, 0, width, height);
        glDisable(GL_SCISSOR_TEST);
        glClearColor(
                (background >>> 16 & 0xFF) / 255f,
                (background >>> 8 & 0xFF) / 255f,
                (background & 0xFF) / 255f,
                1);
        glClear(GL_COLOR_BUFFER_BIT);
        glEnable(GL_SCISSOR_TEST);
        glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        for (Program program : programs.values()) {
            glUseProgram(program.id());
            glUniform2f(program.size(), width, height);
        }
        upload(canvas);
        draw(canvas.runs(), canvas.indices().remaining() / 4, height);
    }

    private void upload(Canvas canvas) {
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        glActiveTexture(GL_TEXTURE0);
        glBindTexture(GL_TEXTURE_2D, glyphTexture);
        if (canvas.glyphs().takeChanged()) {
            part(Glyphs.SIDE, Glyphs.SIDE, GL_RED, canvas.glyphs().sheet());
        }
        glActiveTexture(GL_TEXTURE1);
        glBindTexture(GL_TEXTURE_2D, pictureTexture);
        if (canvas.pictures().rows() > 0) {
            part(Pictures.SIDE, canvas.pictures().rows(), GL_RGBA, canvas.pictures().sheet());
        }
        glBindVertexArray(vertexArray);
        glBindBuffer(GL_ARRAY_BUFFER, vertexBuffer);
        glBufferData(GL_ARRAY_BUFFER, canvas.vertices(), GL_STREAM_DRAW);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indexBuffer);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, canvas.indices(), GL_STREAM_DRAW);
    }

    private static void part(int width, int height, int format, ByteBuffer bytes) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, format, GL_UNSIGNED_BYTE, bytes);
    }

    private void draw(List<Canvas.Run> runs, int indices, int height) {
        for (int r = 0; r < runs.size(); r++) {
            int from = runs.get(r).firstIndex();
            int to = r + 1 < runs.size() ? runs.get(r + 1).firstIndex() : indices;
            if (to > from) {
                use(runs.get(r).ink());
                Box clip = runs.get(r).clip();
                int left = (int) Math.floor(clip.x());
                int bottom = (int) Math.ceil(clip.bottom());
                glScissor(
                        left,
                        height - bottom,
                        Math.max(0, (int) Math.ceil(clip.right()) - left),
                        Math.max(0, bottom - (int) Math.floor(clip.y())));
                glDrawElements(GL_TRIANGLES, to - from, GL_UNSIGNED_INT, 4L * from);
            }
        }
    }

    private void use(Canvas.Ink ink) {
        glUseProgram(Objects.requireNonNull(programs.get(ink)).id());
        if (ink == Canvas.Ink.SHAPE || ink == Canvas.Ink.GLYPH) {
            glEnable(GL_BLEND);
        } else {
            glDisable(GL_BLEND);
        }
    }

    @Override
    public void close() {
        programs.values().forEach(program -> glDeleteProgram(program.id()));
        glDeleteBuffers(vertexBuffer);
        glDeleteBuffers(indexBuffer);
        glDeleteVertexArrays(vertexArray);
        glDeleteTextures(glyphTexture);
        glDeleteTextures(pictureTexture);
    }
}
